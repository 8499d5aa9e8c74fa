/** Where the semantics come from. Every case cites one. */
export const facts = {
  'guide, step 3': 'https://plugins.miniorange.com/oauth-openid-single-sign-on-sso-confluence-using-aws-cognito, User Profile',
  'guide, step 4': 'https://plugins.miniorange.com/oauth-openid-single-sign-on-sso-confluence-using-aws-cognito, User Groups',
  'guide, step 5': 'https://plugins.miniorange.com/oauth-openid-single-sign-on-sso-confluence-using-aws-cognito, Domain Restriction',
  'user profile': 'https://developers.miniorange.com/docs/atlassian/oauth-sso/user-profile, and version 1.1.28 at work',
  'user groups': 'https://developers.miniorange.com/docs/atlassian/oauth-sso/user-groups, and version 1.1.28 at work',
  'test configuration': 'the flattened names and values of the Test Configuration window, version 1.1.28',
  'absent attributes': 'where version 1.1.28 looks for an attribute that did not come: the first list or object of the token, in its order',
  'order of work': 'the order in which version 1.1.28 makes the account, leaves groups, gives defaults and joins groups',
  'java find': 'https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/regex/Matcher.html#find()',
  'java trim': 'https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/String.html#trim()',
  'lenient json':
    'https://www.javadoc.io/doc/com.google.code.gson/gson/2.8.9/com/google/gson/stream/JsonReader.html#setLenient(boolean), by which version 1.1.28 reads groups',
  'lower case': 'Confluence keeps user names and groups in lower case (user_mapping.lower_username)',
  'cognito id token': 'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html',
  'mapping expressions': 'https://confluence.atlassian.com/enterprise/jit-user-provisioning-1005342579.html, Mapping Expressions',
  jit: 'https://confluence.atlassian.com/enterprise/jit-user-provisioning-1005342579.html, changes at login',
  'groups claim': 'the built-in SSO’s plug-in: a plain claim name, a list of texts, and JitException where it is missing',
  'no jit': 'https://confluence.atlassian.com/enterprise/openid-connect-for-atlassian-data-center-applications-987142159.html',
  deactivated:
    'https://docs.atlassian.com/atlassian-confluence/5.7.3/com/atlassian/confluence/security/DeactivatedUserChecker.html: deactivating a user removes all access',
  nothing: 'nobody has looked at how this app maps',
} as const

export type Fact = keyof typeof facts
