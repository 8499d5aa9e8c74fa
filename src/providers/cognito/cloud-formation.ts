import type { AppClient } from './app-client'

/** A template with one client in it. @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html */
export function template(client: AppClient): string {
  const Properties = client
  const resource = { Type: 'AWS::Cognito::UserPoolClient', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties }
  const document = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: client.ClientName,
    Resources: { AppClient: resource },
    Outputs: { ClientId: { Value: { Ref: 'AppClient' } } },
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
