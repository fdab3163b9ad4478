import { API } from './script-api';
import { CONFIGURATION } from './script-configuration';
import { KEYS } from './script-keys';
import { SEEDS } from './script-seeds';
import { TOKEN } from './script-token';

const MAIN = `#!/usr/bin/env bash
set -euo pipefail
umask 077
export LC_ALL=C HOME="$WORK" TMPDIR="$WORK" HELM_CACHE_HOME="$WORK" HELM_CONFIG_HOME="$WORK" HELM_DATA_HOME="$WORK"

# What is left in the volume is gone with the run; but for Vault's keys, should they be nowhere else yet.
trap 'find "$WORK" -type f ! -name init.json -delete' EXIT

main() {
  forget_token
  wait_for_api
  initialise
  unseal
  log_in
  configure
  drop_root_token
  seed
  log 'nothing left to do'
}
`;

/**
 * What the bootstrap Job runs: bash, with curl, jq, kubectl and helm beside it. It may be run, killed and run again at
 * any point, and twice at a time: every step looks first whether there is anything left to do, and secrets are written
 * with check-and-set. No secret is an argument of a program, where other processes could read it.
 *
 * It is written without `$` before a brace and without two braces in a row: in a manifest they would look like
 * placeholders and templates that someone forgot to fill in.
 */
export const BOOTSTRAP_SCRIPT = [MAIN, API, KEYS, TOKEN, CONFIGURATION, SEEDS, 'main\n'].join('\n');
