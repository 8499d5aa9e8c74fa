// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "disableCSSFileLoading": true, "handleDisabledFileLoadingAsSuccess": true } }
import { describe, expect, test } from 'vitest'
import { seen } from './pages'

describe('one sign is enough', () => {
  const folder = '/confluence/s/x/1/_/download/batch'
  const anywhere = [
    '<body id="com-atlassian-confluence">',
    '<meta name="ajs-is-confluence-admin" content="false">',
    '<meta name="confluence-request-time" content="1">',
    '<link rel="search" href="/confluence/opensearch/osd.action"><form action="/confluence/dosearchsite.action"><input></form>',
    `<script src="${folder}/com.atlassian.confluence.plugins.search/search.js"></script>`,
    '<form action="/confluence/doauthenticate.action"><button id="authenticateButton">Confirm</button></form>',
  ]
  test.each(anywhere)('at any address: %s', (html) => {
    for (const path of ['display/DS/Page', 'login.action']) expect(seen(html, path)?.host, path).toBe('Confluence')
  })

  const osd = '<link rel="search" href="/opensearch/osd.action">'
  test.each([
    [osd, 'https://wiki.acme.example/dosearchsite.action'],
    [osd.replace('"/', '"https://wiki.acme.example/'), '/dosearchsite.action'],
    [osd, '/search.action'],
    ['', '/dosearchsite.action'],
  ])('half of one is none: %s and a box that searches %s', (link, action) => {
    expect(seen(`${link}<form action="${action}"><input></form>`, 'login.action')).toBeUndefined()
  })

  const atDoors = [
    '<meta name="ajs-context-path" content="/confluence">',
    '<span id="footer-build-information">8.5.4</span>',
    '<footer><a href="https://www.atlassian.com/software/confluence">Confluence</a></footer>',
    '<div id="footer"><a href="https://www.atlassian.com/software/confluence">Confluence</a></div>',
    '<a href="/confluence/forgotuserpassword.action">Forgotten</a>',
    '<form><input name="os_username"><input type="hidden" name="os_destination"></form>',
    '<form name="loginform" action="https://wiki.acme.example/confluence/dologin.action"><input name="os_username"></form>',
    '<table><form name="loginform"><tr><td><input name="os_username"></td></tr></form></table>',
    `<link rel="stylesheet" href="${folder}/theme/theme.css">`,
    '<div id="sidebar-container"></div><form><input id="username-field"></form>',
    '<div id="sidebar-container"></div><form><input id="password-field" type="password"></form>',
    '<a href="/confluence/plugins/servlet/samlsso">Staff</a>',
    '<a href="plugins/servlet/samlsso?redirectTo=https://wiki.acme.example/confluence/x">Staff</a>',
  ]
  test.each(atDoors)('at an address of its own, and nowhere else: %s', (html) => {
    expect(seen(html, 'login.action')?.host).toBe('Confluence')
    expect(seen(html, 'display/DS/Page')).toBeUndefined()
  })

  test.each([
    '<form><input id="username-field"><input id="password-field" type="password"></form>',
    '<p>We write in <a href="https://www.atlassian.com/software/confluence">Confluence</a></p>',
  ])('and what anybody’s page may hold is none: %s', (html) => {
    expect(seen(html, 'login.action')).toBeUndefined()
  })

  const ofOther = [
    '<meta name="application-name" content="JIRA">',
    ...['jira', 'bitbucket', 'stash', 'bamboo', 'crowd', 'fisheye', 'crucible'].map(
      (name) => `<meta name="application-name" content="Acme" data-name="${name}">`,
    ),
    `<script src="${folder}/jira.webresources:global/global.js"></script>`,
    `<script src="${folder}/com.atlassian.bitbucket.server/login.js"></script>`,
    `<script src="${folder}/com.atlassian.stash.stash-web/login.js"></script>`,
    `<script src="${folder}/bamboo.web.resources:login/login.js"></script>`,
    `<script src="${folder}/com.atlassian.bamboo.plugins/login.js"></script>`,
    `<script src="${folder}/com.atlassian.jira.jira-header-plugin:header/header.js"></script>`,
    `<script src="${folder}/com.atlassian.crowd.crowd-web:login/login.js"></script>`,
    `<script src="${folder.replace('/batch', '/contextbatch')}/js/_super,jira.global/batch.js"></script>`,
    `<link rel="stylesheet" href="${folder.replace('/batch', '/contextbatch')}/css/servicedesk.portal/batch.css">`,
    '<div id="jira"></div>',
    '<div id="com-atlassian-bamboo"></div>',
    '<input id="login-form-username">',
    '<input id="j_username">',
    '<input id="loginForm_os_username">',
    '<button id="js-login-submit">Log in</button>',
    '<form action="/login.jsp"></form>',
    '<form action="/userlogin.action"></form>',
    '<form action="/crowd/console/login.action"></form>',
    '<form action="/j_security_check"></form>',
    '<a href="https://www.atlassian.com/software/jira">Jira</a>',
    '<meta name="ajs-cloud-id" content="1">',
    '<form class="wwFormTable"></form>',
    '<div class="wwgrp"></div>',
    '<input type="hidden" name="struts.token.name" value="token">',
    '<script src="/inventory/struts/utils.js"></script>',
    '<link rel="stylesheet" href="/inventory/static/css_xhtml/styles.css">',
  ]
  test.each(ofOther)('that it is another product’s, or a program’s that was built like it, whatever they have in common: %s', (html) => {
    expect(seen(`${html}${atDoors.join('')}`, 'login.action')).toBeUndefined()
  })

  test.each(['https://jira.acme.example/banner.js', '//static.acme.example/x,jira.global/batch.js'])(
    'what is loaded from another host, %s, does not say that: a host may be called anything',
    (src) => {
      expect(seen(`<script src="${src}"></script>${atDoors.join('')}`, 'login.action')?.host).toBe('Confluence')
    },
  )

  test.each(ofOther.filter((html) => !html.includes('cloud')))('in a page that only Confluence writes it says nothing: %s', (html) => {
    expect(seen(`${html}<body id="com-atlassian-confluence">`, 'login.action')?.host).toBe('Confluence')
  })

  const error = '<div class="aui-message aui-message-error">Words</div>'
  test.each([
    `<div id="action-messages">${error}</div>`,
    `<div id="login-container">${error}</div>`,
    `<div class="login-section">${error}</div>`,
    `<form>${error}</form>`,
    `<form>${error.replace('aui-message-error', 'error')}</form>`,
    '<form><input name="captchaResponse"></form>',
  ])('that a login was refused: %s', (html) => {
    expect(seen(`<body id="com-atlassian-confluence">${html}`, 'login.action')?.kind).toBe('login-failed')
    expect(seen(`<body id="com-atlassian-confluence">${html}`, 'login.action?oautherror=1')?.kind).toBe('sso-failed')
  })

  test.each([error, `<form action="/confluence/dosignup.action"><input name="captchaResponse"></form>`])(
    'and what stands elsewhere is none: %s',
    (html) => {
      expect(seen(`<body id="com-atlassian-confluence">${html}`, 'login.action')?.kind).toBe('login')
    },
  )
})
