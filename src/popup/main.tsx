import '../ui/style.css'
import { openPage } from '../ui/open-page'
import { Popup } from './Popup'
import { follow } from './use-snapshot'

const isWindow = new URLSearchParams(location.search).has('tab')
document.body.classList.toggle('window', isWindow)
const following = follow(location.search)
void openPage('extensionName', <Popup following={following} isWindow={isWindow} />, following.first)
