import { Component } from './component';
import type { Stack } from './stack';
import { VaultSecretStore } from './vault-secret-store';

/** The component through which a stack's namespace reads from Vault. Its ExternalSecrets live with their consumers. */
export class SecretStoreComponent extends Component {
  constructor(stack: Stack) {
    super(stack, 'secret-store');
    new VaultSecretStore(this, 'store');
  }
}
