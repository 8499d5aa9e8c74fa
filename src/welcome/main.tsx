import '../ui/pages.css'
import { openPage } from '../ui/open-page'
import { Welcome } from './Welcome'

void openPage('firstTitle', <Welcome />)
