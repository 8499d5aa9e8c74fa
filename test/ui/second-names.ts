/** Second names for what has another one everywhere else in that language: a user pool, a site, a setting, an extension's policy. */
export const secondNames: Readonly<Record<string, RegExp>> = {
  de: /user pool(?!s? ›| ›)|website/i,
  fr: /groupes d’utilisateurs|réglages?(?! de)/i,
  es: /grupos de usuarios|directiva(?!s? de grupo|s en el editor)/i,
  pt_BR: /grupos de usuários|logout/i,
}
