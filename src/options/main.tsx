import '../ui/pages.css'
import { openPage } from '../ui/open-page'
import { Options } from './Options'

void openPage('optionsTitle', <Options />)
