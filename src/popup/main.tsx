import { openPage } from '../ui/open-page'
import { Popup } from './Popup'

const isWindow = new URLSearchParams(location.search).has('tab')
document.body.classList.toggle('window', isWindow)
void openPage('extensionName', <Popup search={location.search} isWindow={isWindow} />)
