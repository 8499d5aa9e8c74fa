import '../ui/pages.css'
import { openPage } from '../ui/open-page'
import { Workbench } from './Workbench'

void openPage('workbenchTitle', <Workbench />)
