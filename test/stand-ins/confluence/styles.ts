/** How the wiki looks: light, and our own. */
export const styles = `
body { margin: 0; font: 15px/1.6 system-ui, sans-serif; color: #172b4d; background: #f4f5f7 }
a { color: #0b5cad; text-decoration: none } a:hover { text-decoration: underline }
#header { background: #fff; border-bottom: 1px solid #dfe1e6 }
#header nav { display: flex; gap: 1.6rem; align-items: center; max-width: 60rem; margin: auto; padding: .8rem 1.5rem }
#logo { font-weight: 650; font-size: 1.1rem; color: #172b4d } .person { margin-left: auto } #user-menu-link { margin-right: 1rem; color: #5e6c84 }
#main { max-width: 54rem; min-height: 20rem; margin: 2rem auto; padding: 2rem 3rem; background: #fff; border: 1px solid #dfe1e6; border-radius: 6px }
.login #main { max-width: 24rem; min-height: 0; margin-top: 3.5rem; padding: 2rem 2.5rem }
h1 { margin-top: 0; font-size: 1.6rem; font-weight: 600 } .login h1 { font-size: 1.35rem } h2 { margin-top: 2.2rem; font-size: 1.2rem }
fieldset { border: 0; margin: 0; padding: 0 } .field-group { margin: .9rem 0 } .field-group label { display: block; margin-bottom: .2rem; color: #5e6c84; font-size: .9rem }
input[type=text], input[type=password] { width: 100%; box-sizing: border-box; padding: .5rem .6rem; font: inherit; border: 1px solid #b3bac5; border-radius: 4px }
.aui-button { display: inline-block; margin: .3rem .4rem .3rem 0; padding: .4rem .9rem; font: inherit; color: #172b4d; background: #ebecf0; border: 1px solid #d4d8df; border-radius: 4px; cursor: pointer }
.aui-button-primary { color: #fff; background: #0b5cad; border-color: #0b5cad } .aui-button:hover { text-decoration: none; filter: brightness(.96) }
.aui-message { margin: 0 0 1rem; padding: .6rem .9rem; border-radius: 4px; background: #eaf2fb; border-left: 3px solid #0b5cad }
.aui-message-error { background: #fdecea; border-color: #c9372c }
#footer { text-align: center; color: #6b778c; font-size: .85rem; padding-bottom: 2rem } #footer p { margin: .2rem }
table { border-collapse: collapse } td, th { border: 1px solid #dfe1e6; padding: .3rem .7rem; text-align: left }
progress { width: 100% }
`
