import { k8s } from 'cdk8s-plus-30';
import { Construct } from 'constructs';
import { Component } from '../../constructs/component';
import { placeOn } from '../../constructs/placement';
import type { PriorityClassName } from '../../constructs/priority-classes';

export interface SonarqubeAdminPasswordProps {
  /** Where SonarQube answers inside the cluster. */
  readonly serverUrl: string;
  /** Secret with the wanted `password` and the `currentPassword` that SonarQube starts with. */
  readonly credentials: string;
}

const NAME = 'sonarqube-admin-password';

/**
 * How long a run waits for SonarQube. A sync lasts as long as its hooks, and no other begins before it ends: without an
 * end, the commit that repairs a SonarQube which does not start would never be synced.
 */
const DEADLINE_SECONDS = 900;

/** Passwords are read from files: arguments and environment would show them in logs and process lists. */
const SCRIPT = `set -eu
until curl -fsS --max-time 10 "$SERVER/api/system/status" | grep -q '"status":"UP"'; do sleep 10; done
login() { printf 'user = "admin:%s"' "$(cat "/credentials/$1")" | curl -sS --max-time 30 -K - "$SERVER/$2"; }
if login password api/authentication/validate | grep -q '"valid":true'; then
  echo "the administrator has the wanted password"
  exit 0
fi
printf 'user = "admin:%s"' "$(cat /credentials/currentPassword)" | curl -fsS --max-time 30 -K - -X POST \\
  --data-urlencode login=admin \\
  --data-urlencode previousPassword@/credentials/currentPassword \\
  --data-urlencode password@/credentials/password \\
  "$SERVER/api/users/change_password"
echo "the administrator got the wanted password"
`;

/**
 * Gives SonarQube's administrator the password from Vault, as often as it is run. The chart's own hook for it
 * (`setAdminPassword`) writes the password to its log and names no priority class.
 */
export class SonarqubeAdminPassword extends Construct {
  constructor(scope: Construct, id: string, props: SonarqubeAdminPasswordProps) {
    super(scope, id);
    new k8s.KubeJob(this, 'Resource', {
      metadata: {
        name: NAME,
        annotations: {
          // In the phase of SonarQube itself: a later phase would wait for everything to be healthy.
          'argocd.argoproj.io/hook': 'Sync',
          'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
        },
      },
      spec: { activeDeadlineSeconds: DEADLINE_SECONDS, backoffLimit: 10, template: { spec: this.pod(props) } },
    });
  }

  private pod({ credentials, serverUrl }: SonarqubeAdminPasswordProps): k8s.PodSpec {
    const { nodeSelector, tolerations } = placeOn(Component.of(this).platform, 'workloads');
    return {
      restartPolicy: 'OnFailure',
      automountServiceAccountToken: false,
      priorityClassName: 'platform-cicd' satisfies PriorityClassName,
      nodeSelector: { ...nodeSelector },
      tolerations: [...tolerations],
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 100,
        runAsGroup: 101,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [
        {
          name: 'change-password',
          image: 'curlimages/curl:8.2.1',
          command: ['sh', '-c', SCRIPT],
          env: [{ name: 'SERVER', value: serverUrl }],
          volumeMounts: [{ name: 'credentials', mountPath: '/credentials', readOnly: true }],
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
          resources: {
            requests: { cpu: k8s.Quantity.fromString('25m'), memory: k8s.Quantity.fromString('32Mi') },
            limits: { cpu: k8s.Quantity.fromString('100m'), memory: k8s.Quantity.fromString('64Mi') },
          },
        },
      ],
      volumes: [{ name: 'credentials', secret: { secretName: credentials } }],
    };
  }
}
