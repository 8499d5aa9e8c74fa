/** Second names, or spellings, for what has another one everywhere else in that language: a user pool, a site, a setting, an issuer. */
export const secondNames: Readonly<Record<string, RegExp>> = {
  de: /user pool(?!s? ›| ›)|website|(?<!\$)issuer(?![)$])/i,
  fr: /groupes d’utilisateurs|réglages?(?! de)|l’app\b|modèle \$/i,
  es: /grupos de usuarios|directiva(?!s? de grupo|s en el editor)/i,
  pt_BR: /grupos de usuários|logout|\b[dna]?o app\b/i,
  ja: /(?<![部自])分か[りるら]/,
}
