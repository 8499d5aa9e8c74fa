import { render } from 'preact'
import '../ui/style.css'
import { Boundary } from '../ui/Boundary'
import { dress } from '../ui/dress'
import { say } from '../ui/words'
import { Workbench } from './Workbench'

dress(document, say('workbenchTitle'))
render(
  <Boundary>
    <Workbench />
  </Boundary>,
  document.body,
)
