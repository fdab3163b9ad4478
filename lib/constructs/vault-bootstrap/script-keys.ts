/** Initialising and unsealing, and the Secret that keeps Vault's keys. */
export const KEYS = `# Prints a key of the Secret; nothing where there is none.
kept() {
  kubectl get secret "$KEYS_SECRET" --namespace "$NAMESPACE" --ignore-not-found --output json |
    jq --raw-output --arg key "$1" '.data[$key] // empty | @base64d'
}

# Merges the JSON on stdin into the Secret.
keep() { kubectl patch secret "$KEYS_SECRET" --namespace "$NAMESPACE" --type merge --patch-file /dev/stdin >/dev/null; }

# Vault tells its keys once: make sure that they can be kept before asking for them.
reserve() {
  if [[ -z $(kubectl get secret "$KEYS_SECRET" --namespace "$NAMESPACE" --ignore-not-found --output name) ]]; then
    # Another pod may have been faster; if not, the next line fails.
    kubectl create --namespace "$NAMESPACE" --filename "$SCRIPTS/keys-secret.json" >/dev/null || true
  fi
  printf '{}' | keep
}

initialise() {
  address=$(printf '%s' "$VAULT_NODES" | cut -d ' ' -f 1)
  call GET sys/init
  expect 'asking whether it is initialised' 200
  if [[ $(field .initialized) == false ]]; then
    reserve
    log 'initialising'
    # The answer goes to a file that outlives the container, though not the pod.
    answer=$WORK/init.json
    send POST sys/init <"$SCRIPTS/init.json"
    answer=$WORK/answer
  fi
  if [[ $(jq '.root_token' "$WORK/init.json" 2>/dev/null) == '"'* && -z $(kept "$KEY") ]]; then
    jq --arg key "$KEY" '((.keys_base64 // []) + (.recovery_keys_base64 // [])) as $keys
      | {stringData: {($key): ($keys | join(" ")), "root-token": .root_token} }' "$WORK/init.json" | keep
    log "the keys are in Secret $KEYS_SECRET"
  fi
  rm -f "$WORK/init.json"
}

unseal() {
  for address in $VAULT_NODES; do
    call GET sys/seal-status
    expect 'asking whether it is sealed' 200
    if [[ $(field .sealed) == true && $AUTO_UNSEAL == false ]]; then
      wait_for "the key of Vault in Secret $KEYS_SECRET; if it is lost, delete Vault's volume and begin anew" have_key
      log "unsealing $address"
      kept "$KEY" | jq --raw-input '{key: .}' >"$WORK/unseal.json"
      send PUT sys/unseal <"$WORK/unseal.json"
      expect unsealing 200
    fi
    wait_for "Vault at $address to be unsealed" is_unsealed
  done
  address=$VAULT_ADDR
}

have_key() {
  if [[ -n $(kept "$KEY") ]]; then ready=yes; fi
}

# 429 and 473 are standbys; they pass requests on.
is_unsealed() {
  call GET sys/health
  case $status in 200 | 429 | 473) ready=yes ;; esac
}
`;
