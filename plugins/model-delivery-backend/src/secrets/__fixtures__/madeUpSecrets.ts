/*
 * Nothing here is or was a secret. Each is put together from its parts, so that
 * no scanner stumbles over this repository.
 */

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Always the same characters that look random. */
export function randomText(length: number, alphabet = letters): string {
  let state = 20_261_128;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    text += alphabet[(state >>> 12) % alphabet.length];
  }
  return text;
}

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const hex = '0123456789abcdef';

export function pem(kind: string): string {
  const body = [randomText(64), randomText(64)].join('\n');
  const marks = ['BEGIN', 'END'].map(m => `-----${m} ${kind}PRIVATE KEY-----`);
  return `${marks[0]}\n${body}\n${marks[1]}\n`;
}

/** Texts with one secret each, in their second line. */
export const secretTexts: Record<string, string> = {
  'a key in PEM': pem(''),
  'an RSA key in PEM': pem('RSA '),
  'an OpenSSH key': pem('OPENSSH '),
  'an encrypted key': pem('ENCRYPTED '),
  'a key in YAML': `tls.key: "-----BEGIN EC PRIVATE KEY-----\\n${randomText(64)}"`,
  'an AWS access key id': `aws: AKIA${randomText(16, upper)}`,
  'the example of AWS': `id: AKIA${'IOSFODNN7'}EXAMPLE`,
  'an AWS secret key': `AWS_SECRET_ACCESS_KEY=${randomText(40)}`,
  'a service account of Google': JSON.stringify({
    type: 'service_account',
    private_key_id: randomText(40, hex),
    private_key: pem(''),
  }),
  'a Google API key': `maps: AIza${randomText(35)}`,
  'a GitHub token': `see ghp_${randomText(36)}`,
  'a fine-grained GitHub token': `pat github_pat_${randomText(22)}_${randomText(59)}`,
  'a GitLab token': `remote glpat-${randomText(20)}`,
  'a Hugging Face token': `HF=hf_${randomText(34)}`,
  'a Slack token': `bot xoxb-${randomText(12, '0123456789')}-${randomText(24)}`,
  'a Slack webhook': `url: https://hooks.slack.com/services/T${randomText(8, upper)}/B${randomText(8, upper)}/${randomText(24)}`,
  'an OpenAI key': `with sk-proj-${randomText(60)}`,
  'an Anthropic key': `with sk-ant-api03-${randomText(93)}AA`,
  'an npm token': `//registry.npmjs.org/:_authToken=npm_${randomText(36)}`,
  'a JSON web token': `Authorization: Bearer eyJ${randomText(30)}.eyJ${randomText(60)}.${randomText(43)}`,
  'an Azure key': `AccountName=x;AccountKey=${randomText(86)}==;`,
  'a database address': `DATABASE=postgres://app:${randomText(12)}@db.example.com:5432/x`,
  'a Redis address': `redis://:${randomText(10)}@cache:6379/0`,
  'a password in a URL': `git clone https://me:${randomText(12)}@git.example.com/x.git`,
  'a password': `  password: ${randomText(12)}`,
  'a short password': `DB_PASSWORD="s3cr3t-${randomText(3)}!"`,
  'a key in JSON': `{"clientSecret": "${randomText(32)}"}`,
  'an API key': `API_KEY: '${randomText(32, hex)}'`,
  'a flag': `command: serve --token=${randomText(40, hex)}`,
  'a variable of a container': `- {name: MODEL_API_KEY, value: "${randomText(24)}"}`,
};

/** Texts that a repository of ours may well hold. */
export const harmlessTexts: Record<string, string> = {
  'a reference to a secret': `
env:
  - name: DB_PASSWORD
    valueFrom:
      secretKeyRef:
        name: credit-risk-api-database
        key: password`,
  'an ExternalSecret': `
kind: ExternalSecret
spec:
  secretStoreRef: { name: vault-backend-2, kind: ClusterSecretStore }
  target:
    name: credit-risk-api-database
    template:
      data:
        password: "{{ .password }}"
  data:
    - secretKey: DB_PASSWORD
      remoteRef: { key: prod/credit-risk/database-2024, property: password }`,
  'a SealedSecret': `
kind: SealedSecret
spec:
  encryptedData:
    password: AgB${randomText(200)}`,
  'a value encrypted by SOPS': `password: ENC[AES256_GCM,data:${randomText(40)},type:str]`,
  digests: `
image: registry.example.com/credit-risk@sha256:${randomText(64, hex)}
modelyard.io/model-digest: sha256:${randomText(64, hex)}
uses: actions/checkout@${randomText(40, hex)}`,
  placeholders: `
password: \${DB_PASSWORD}
token: $(cat /var/run/secrets/token)
API_KEY: <your key>
url: postgres://app:\${PASSWORD}@db/x
other: postgres://app:$PASSWORD@db/x
secret: "{{ secrets.DEPLOY_KEY }}"`,
  'names and places': `
secretName: credit-risk-api-tls
tokenPath: /var/run/secrets/kubernetes.io/serviceaccount/token
token: /var/run/secrets/tokens/vault-token-2
serviceAccountToken: true
credentials: storage-config-secret-v2
maxTokens: 1234567890
max_tokens: 1234567890
secretKey: username`,
  'an empty Secret': `
kind: Secret
metadata:
  name: x
type: Opaque
data: {}`,
  prose: `
The password is in the vault; ask for it: everyone in the team may read it.
A token: what a client sends. Never write the API key: refer to it.`,
};
