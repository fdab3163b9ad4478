import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { ExternalSecret } from '../../../imports/external-secrets.io';
import { VaultSecret } from '../../constructs/vault-secret';

export interface SonarqubeTokenProps {
  /** Name of the Secret; the token is its key `token`. */
  readonly name: string;
  /** Where SonarQube answers inside the cluster. */
  readonly serverUrl: string;
  /** Path in Vault whose property `password` is the password of SonarQube's administrator. */
  readonly adminPath: string;
}

const GENERATORS = 'generators.external-secrets.io/v1alpha1';

/**
 * A token for analyses. Only SonarQube can issue one, so it is not seeded in Vault: ESO asks SonarQube for it once, with
 * the administrator's password from Vault, and keeps trying until SonarQube is up. Deleting the Secret gets a new token.
 * The token may analyse and create projects, nothing else (TokenUserSession in sonarqube).
 */
export class SonarqubeToken extends Construct {
  /** The Secret that holds it. */
  readonly secretName: string;

  constructor(scope: Construct, id: string, props: SonarqubeTokenProps) {
    super(scope, id);
    const { adminPath, name, serverUrl } = props;
    const login = `${name}-login`;
    this.secretName = name;

    // A Secret of its own, because ESO lets a generator read only what is labelled for it.
    new VaultSecret(this, 'login', {
      name: login,
      path: adminPath,
      keys: { password: 'password' },
      labels: { 'external-secrets.io/type': 'webhook' },
      consumer: 'the generator of the token',
    });
    new ApiObject(this, 'generator', {
      apiVersion: GENERATORS,
      kind: 'Webhook',
      metadata: { name },
      spec: request(serverUrl, login),
    });
    new ExternalSecret(this, 'Resource', {
      metadata: { name },
      spec: {
        refreshInterval: '1h0m0s',
        refreshPolicy: 'CreatedOnce',
        target: {
          name,
          creationPolicy: 'Owner',
          deletionPolicy: 'Retain',
          template: { engineVersion: 'v2', mergePolicy: 'Replace', metadata: {}, data: { token: '{{ .token }}' } },
        },
        dataFrom: [{ sourceRef: { generatorRef: { apiVersion: GENERATORS, kind: 'Webhook', name } } }],
      },
    });
  }
}

/** `POST api/user_tokens/generate`. Names of tokens are unique in SonarQube, so each request makes one of its own. */
function request(serverUrl: string, login: string) {
  return {
    method: 'POST',
    url: `${serverUrl}/api/user_tokens/generate`,
    headers: {
      Authorization: 'Basic {{ printf "admin:%s" .login.password | b64enc }}',
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: 'name=workflows-{{ now | date "20060102150405" }}&type=GLOBAL_ANALYSIS_TOKEN',
    timeout: '10s',
    result: { jsonPath: '$' },
    secrets: [{ name: 'login', secretRef: { name: login, key: 'password' } }],
  };
}
