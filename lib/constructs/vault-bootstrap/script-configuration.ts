/** KV store, Kubernetes auth, policies and roles. */
export const CONFIGURATION = `configure() {
  # Its own policy first: the rest may need what is new in it.
  write_policy "$SCRIPTS/policy-$ROLE.hcl"
  mount_kv
  enable_auth
  local file
  for file in "$SCRIPTS"/policy-*.hcl; do write_policy "$file"; done
  for file in "$SCRIPTS"/role-*.json; do write_role "$file"; done
}

write_policy() {
  jq --null-input --rawfile policy "$1" '{policy: $policy}' >"$WORK/policy.json"
  send PUT "sys/policies/acl/$(basename "$1" .hcl | sed 's/^policy-//')" <"$WORK/policy.json"
  expect "writing $1" 200 204
}

write_role() {
  send POST "auth/$AUTH_MOUNT/role/$(basename "$1" .json | sed 's/^role-//')" <"$1"
  expect "writing $1" 200 204
}

mount_kv() {
  call GET sys/mounts
  expect 'listing the mounts' 200
  case $(field --arg at "$MOUNT/" '.data[$at] | if . then .type + " " + (.options.version // "1") else "none" end') in
    'kv 2') ;;
    none)
      send POST "sys/mounts/$MOUNT" <<<'{"type": "kv", "options": {"version": "2"} }'
      expect "mounting $MOUNT" 204
      ;;
    *) fail "$MOUNT is mounted, but not as a KV store of version 2; choose another mount" ;;
  esac
}

enable_auth() {
  call GET sys/auth
  expect 'listing the auth methods' 200
  case $(field --arg at "$AUTH_MOUNT/" '.data[$at].type') in
    kubernetes) ;;
    null)
      send POST "sys/auth/$AUTH_MOUNT" <<<'{"type": "kubernetes"}'
      expect "enabling $AUTH_MOUNT" 204
      ;;
    *) fail "$AUTH_MOUNT is an auth method of another kind; choose another mount" ;;
  esac
  # Vault reviews tokens as its own ServiceAccount, and trusts the authority that its pod was given.
  jq --null-input --arg host "$KUBERNETES_HOST" '{kubernetes_host: $host}' >"$WORK/auth.json"
  send POST "auth/$AUTH_MOUNT/config" <"$WORK/auth.json"
  expect "configuring $AUTH_MOUNT" 200 204
}
`;
