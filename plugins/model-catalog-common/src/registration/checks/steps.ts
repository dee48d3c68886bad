/** What checks every change, in order. */
export const steps = [
  { title: 'Install the tools', run: 'ci/models/tools.sh' },
  { title: 'Check against the schemas', run: 'ci/models/schema.sh' },
  { title: 'Check what the manifests name', run: 'ci/models/files.sh' },
  {
    title: 'Compare the metrics with their bounds',
    run: 'ci/models/metrics.sh',
  },
] as const;
