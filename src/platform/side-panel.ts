import { browser } from './browser'

/** Chrome's side panel, which the polyfill does not know; absent in Firefox. @see https://developer.chrome.com/docs/extensions/reference/api/sidePanel */
interface SidePanel {
  open(where: { readonly tabId: number }): Promise<void>
  setOptions(options: { readonly enabled: boolean }): Promise<void>
}
const sidePanel = (): SidePanel | undefined => (browser as unknown as { sidePanel?: SidePanel }).sidePanel

/** Whether this page stands beside another one, in the side panel or the sidebar. */
export const isBeside = async (): Promise<boolean> => (await browser.tabs.getCurrent()) === undefined

/** Opens the workbench beside the page in a tab. Call it first thing in a click: browsers hear it in no other moment. */
export const openBeside = (tabId: number): Promise<void> => sidePanel()?.open({ tabId }) ?? browser.sidebarAction.open()

/** Offers the workbench in the browser's own list of panels, or takes it off. Firefox always lists it: there the page says that it is off. */
export const offerBeside = async (enabled: boolean): Promise<void> => sidePanel()?.setOptions({ enabled })
