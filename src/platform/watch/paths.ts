import { hosts } from '../../hosts'
import { routes } from '../../sso-apps/routes'

/** Ends of the paths on which the products themselves sign people in or out. */
export const doorPaths = hosts.flatMap((host) => host.doorPaths)

/** Ends of the paths to which their forms and scripts send what people typed. */
export const loginPaths = hosts.flatMap((host) => host.loginPaths)

/** Paths at which SSO starts or comes back. */
export const servletPaths = [...routes.starts, ...routes.callbacks]
