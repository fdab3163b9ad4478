/** Who it is to Vault: the owner of the root token in the first run, a ServiceAccount ever after. */
export const TOKEN = `# The header of a token goes to a file; curl's arguments can be read by others.
use_token() { sed 's/^/X-Vault-Token: /' >"$WORK/header"; }

forget_token() { : >"$WORK/header"; }

log_in() {
  kept root-token | use_token
  call GET auth/token/lookup-self
  if [[ $status == 200 ]]; then return; fi
  wait_for "a login as role $ROLE; else put a root token into Secret $KEYS_SECRET, key root-token" log_in_as_role
}

log_in_as_role() {
  forget_token
  jq --null-input --arg role "$ROLE" --rawfile jwt "$TOKEN_FILE" '{role: $role, jwt: $jwt}' >"$WORK/login.json"
  send POST "auth/$AUTH_MOUNT/login" <"$WORK/login.json"
  if [[ $status == 200 ]]; then
    field .auth.client_token | use_token
    ready=yes
  fi
}

# Once the role can log in, nobody needs the root token: what follows is done as the role, and the keys can make another.
drop_root_token() {
  if [[ -z $(kept root-token) ]]; then return; fi
  wait_for "a login as role $ROLE" log_in_as_role
  mv "$WORK/header" "$WORK/role-header"
  kept root-token | use_token
  call POST auth/token/revoke-self
  expect 'revoking the root token' 204 403
  mv "$WORK/role-header" "$WORK/header"
  printf '{"data": {"root-token": null} }' | keep
  log 'the root token is revoked'
}
`;
