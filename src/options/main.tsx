import { render } from 'preact'
import '../ui/style.css'
import { Boundary } from '../ui/Boundary'
import { dress } from '../ui/dress'
import { say } from '../ui/words'
import { Options } from './Options'

dress(document, say('optionsTitle'))
render(
  <Boundary>
    <Options />
  </Boundary>,
  document.body,
)
