import { ImageSigner } from '../../plan/types';
import { signedImages } from './imageSignatures';
import { Rule } from './rule';
import { componentLabel, components, workloadGroups } from './workloads';

const kinds = workloadGroups
  .flatMap(group => Object.keys(group.kinds))
  .join(', ');

const values = components.map(value => `\`${value}\``).join(' or ');

const intro = `# Policies

The policies judge every workload that carries the label \`${componentLabel}\`
with the value ${values}, itself or on its Pods: ${kinds}.

What a controller of one of these kinds makes is not judged again, nor is an
object that is being deleted. What an object only refers to is not seen: a
predictor without an image has that of its serving runtime, a Rollout with a
\`workloadRef\` the Pods of that workload.`;

// Rules about labels and annotations, with the keys that they look at.
function keysOf({ id, parameters }: Rule): string {
  const keys = parameters
    .flatMap(parameter => parameter.value)
    .flatMap(item => (typeof item === 'string' ? [] : [`\`${item.key}\``]));
  return keys.length ? `- \`${id}\`: ${keys.join(', ')}\n` : '';
}

const signatures = (signers: readonly ImageSigner[] | undefined) =>
  signers
    ? `## Signed images

Rule \`${signedImages}\`: images are signed, keyless with Cosign, by an identity
that the platform trusts. Only Kyverno can verify signatures at admission
(\`kyverno/image-signatures.yaml\`). Gatekeeper and the ValidatingAdmissionPolicy
see the object and no registry, so with them the signatures must be verified
before the merge, or by an admission controller beside them. No sample shows the
rule: a signature needs an image in a registry.`
    : `## Signed images

The platform names no signers, so no policy verifies signatures. Only Kyverno
could do it at admission: Gatekeeper and the ValidatingAdmissionPolicy see the
object and no registry.`;

/** Text of `policies/README.md`. */
export function policiesReadme(
  rules: readonly Rule[],
  signers?: readonly ImageSigner[],
): string {
  const rows = rules
    .map(({ id, title, message }) => `| \`${id}\` | ${title} | ${message} |\n`)
    .join('');
  return `${intro}

Every engine holds the same rules; its message begins with the rule's id.

| Rule | Title | What must hold |
| --- | --- | --- |
${rows}
What the rules about labels and annotations look at, with the pattern of each in
the policies themselves:

${rules.map(keysOf).join('')}
\`samples/\` has an object that every rule accepts for each kind of service
(\`good-*.yaml\`) and one that breaks each rule and no other
(\`bad-<rule>.yaml\`). A platform that allows no registry or no licence at all has
no samples.

${signatures(signers)}
`;
}
