import type { Rule } from './rule';

/** In production, Vault's unseal keys stay outside the cluster. */
export const prodUnsealsItself: Rule = ({ profile, vault }) => {
  if (profile !== 'prod' || vault?.autoUnseal !== undefined) return [];
  return [
    {
      path: ['vault', 'autoUnseal'],
      what: 'is missing, and in profile prod no Job keeps unseal keys in the cluster',
      found: 'nothing',
      fix: "say which key service unseals Vault, such as { type: 'awskms', parameters: { region: 'eu-central-1' } }, or take profile \"staging\"",
    },
  ];
};
