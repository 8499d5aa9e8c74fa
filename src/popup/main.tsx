import { render } from 'preact'
import '../ui/style.css'
import { Boundary } from '../ui/Boundary'
import { dress } from '../ui/dress'
import { say } from '../ui/words'
import { Popup } from './Popup'

dress(document, say('extensionName'))
const isWindow = new URLSearchParams(location.search).has('tab')
document.body.classList.toggle('window', isWindow)
render(
  <Boundary>
    <Popup search={location.search} isWindow={isWindow} />
  </Boundary>,
  document.body,
)
