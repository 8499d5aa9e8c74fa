import { type HostSigns, leadingTo } from '../login-page/signs'
import type { DirectoryPaths } from '../setup/look-up'
import cloud from './confluence-cloud'
import paths from './paths/confluence'

/** A script or a style sheet whose address holds one of these. Whatever else there is on a page fails at its name, which costs least. */
const loaded = (...parts: readonly string[]): string =>
  `:is(script, link):is(${parts.flatMap((part) => [`[src*="${part}"]`, `[href*="${part}"]`])})`

/** Below a page's own host: others' pages lead to a wiki elsewhere, and load scripts from it. */
const here = ':not([href^="http"], [href^="//"], [src^="http"], [src^="//"])'

const otherProducts = ['jira', 'servicedesk', 'bitbucket', 'stash', 'bamboo', 'crowd', 'fisheye', 'crucible']

/** Its own buttons that send a form, and what does so in anybody's. */
const buttons = ['#loginButton', '#login-button', '#authenticateButton']
const sending = ['[type="submit"]', 'button:not([type])']

/** Confluence Data Center and Server, versions 5 to 10, whatever the theme and the language. */
export default {
  name: 'Confluence',
  // Crowd's console has a page of the same name, and archives keep copies of pages under their whole addresses.
  at: '^(?![^?]*/(?:console/login\\.action|https?:/))',
  paths,
  doorPaths: ['login.action', 'dologin.action', 'authenticate.action', 'doauthenticate.action', 'logout.action'],
  loginPaths: ['dologin.action', 'rest/tsv/1.0/authenticate'],
  aside: '/plugins/servlet/|(?:/(?:plugins|setup|fixonly|bootstrap)/.*|/errors|password|signup|administrators)\\.action$',
  frame: ['body#com-atlassian-confluence', 'meta[name^="confluence-"]', 'meta[name^="ajs-"][name*="confluence-"]'],
  hosted: cloud.marks.join(),
  marks: [
    // Beside its form, not in it: a form in a table holds nothing. Other makers' pages send forms to the same addresses, and may hold boxes for a Confluence elsewhere.
    'html:has([name="os_username"], #authenticateButton) form:is([action*="dologin.action"], [action*="doauthenticate.action"]):not([action*=":"])',
    // Its neighbours on the same host may hold a box for its search, or offer that to the browser: none does both.
    'html:has(link[href*="/opensearch/osd.action"]:not([href*=":"])) form[action$="/dosearchsite.action"]:not([action*=":"])',
    loaded('com.atlassian.confluence'),
  ],
  hints: [
    'meta[name^="ajs-"]',
    '#footer-build-information',
    ':is(footer, #footer) a[href*="atlassian.com/software/confluence"]',
    `a[href*="/forgotuserpassword.action"]${here}`,
    'html:has([name="os_username"]) :is([name="os_destination"], [name="loginform"])',
    loaded('/_/download/') + here,
    'html:has(#sidebar-container) :is(#username-field, #password-field)',
    `${leadingTo('plugins/servlet/')}${here}`,
  ],
  foreign: [
    ...cloud.marks,
    `[name="application-name"]:is(${otherProducts.map((name) => `[content*="${name}" i], [data-name="${name}" i]`)})`,
    // By the names of their parts: alone, or in a batch with others.
    loaded(...otherProducts.map((name) => `com.atlassian.${name}`)),
    loaded(...otherProducts.flatMap((name) => [`/${name}.`, `,${name}.`])) + here,
    // Of the framework of which Confluence is made: it writes its own forms.
    loaded('/struts/', '/css_xhtml/'),
    '#jira',
    '#com-atlassian-bamboo',
    '#login-form-username',
    '#j_username',
    '#loginForm_os_username',
    '#js-login-submit',
    'form:is([action$="login.jsp"], [action*="/console/login.action"])',
    'form[action*="userlogin"]',
    'form[action*="_security_check"]',
    'a[href*="atlassian.com/software/"]:not([href*="/confluence"])',
    '.wwFormTable',
    '.wwgrp',
    '[name^="struts."]',
  ].join(),
  submit: [
    ...buttons,
    `form:has([type="password"], #username-field):not(:has(${buttons})) :is(${sending})`,
    // Some templates of a site's own send the form by a picture or a script.
    `form:has([type="password"]):not(:has(${buttons}, ${sending})) :is([type="image"], [type="button"], [onclick], a[href="#"], a[href^="javascript:"])`,
    // What SSO apps show after a logout of their own.
    ':is(main, #main, #content):not(:has(form)) a[href*="/login.action"]',
  ],
  failed: [
    // A captcha, which whoever signs up beside it is asked for as well.
    'form:not([action*="signup"]) [name="captchaResponse"]',
    ':is(#action-messages, #login-container, .login-section, form) :is(.aui-message-error, .aui-message.error)',
  ],
  user: 'meta[name="ajs-remote-user"]',
  context: 'meta[name="ajs-context-path"]',
  // Some sites hide theirs, and leave its place empty.
  versions: ['meta[name="ajs-version-number"]', '#footer-build-information', '#poweredby'],
} satisfies HostSigns

/** Where its pages say by which address the installation knows itself. */
export const ownAddress = 'meta[name="ajs-base-url"]'

/**
 * Where its REST API tells of users and groups, to whoever may see them.
 * @see https://developer.atlassian.com/server/confluence/confluence-rest-api-examples/
 */
export const directoryPaths: DirectoryPaths = {
  currentUser: 'rest/api/user/current',
  groups: 'rest/api/group',
  /** @see https://docs.atlassian.com/atlassian-confluence/6.5.2/com/atlassian/confluence/api/model/people/UserStatus.html */
  statusOf: (username) => `rest/api/user?${new URLSearchParams({ username, expand: 'status' })}`,
  groupsOf: (username) => `rest/api/user/memberof?${new URLSearchParams({ username })}`,
}

/** What the paths of its pages begin with, behind the context path. Its other pages end in `.action` or `.jspa`. */
export const contentPaths = [
  'display',
  'spaces',
  'spacedirectory',
  'pages',
  'x',
  'plugins',
  'rest',
  'admin',
  'users',
  'download',
  'label',
  'questions',
  'people',
  'calendar',
  'collector',
  's',
]
