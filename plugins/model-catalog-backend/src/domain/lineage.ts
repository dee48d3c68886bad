import { Lineage, VersionDetail } from '@modelyard/plugin-model-catalog-common';

/** A model as lineage needs it. */
export interface LineageModel {
  ref: string;
  title: string;
  /** Entity refs, and titles that no stored model has. */
  bases: { ref?: string; title: string }[];
  /** Entity refs of Resources. */
  datasets: string[];
}

/** Nodes that a graph has at most; more could not be read by anybody. */
export const mostNodes = 500;

type Node = Lineage['nodes'][number];
type Edge = Lineage['edges'][number];

/** A graph that grows, and says when it had to stop. Nodes and edges come once. */
export class LineageGraph {
  private readonly nodes = new Map<string, Node>();
  private readonly edges = new Map<string, Edge>();
  private isTruncated = false;

  /** Whether the graph holds this node. */
  has(id: string): boolean {
    return this.nodes.has(id);
  }

  /** Something was left out. */
  truncate(): void {
    this.isTruncated = true;
  }

  /** Adds a model with what it was made from. */
  addModel(model: LineageModel): void {
    this.addNode({
      id: model.ref,
      kind: 'model',
      ref: model.ref,
      label: model.title,
    });
    for (const dataset of model.datasets)
      this.connect(
        { id: dataset, kind: 'dataset', ref: dataset, label: dataset },
        { from: model.ref, to: dataset, type: 'uses' },
      );
    for (const { ref, title } of model.bases)
      if (ref === undefined) this.addExternal(model.ref, title);
  }

  /** Adds a base model of which no more is known than what it is called. */
  addExternal(model: string, title: string): void {
    this.connect(
      { id: `external:${title}`, kind: 'external-model', label: title },
      { from: model, to: `external:${title}`, type: 'derivedFrom' },
    );
  }

  /** Connects two models that the graph holds. */
  addDerivation(from: string, to: string): void {
    if (this.has(from) && this.has(to))
      this.addEdge({ from, to, type: 'derivedFrom' });
  }

  /** Adds an inference service that serves a model. */
  addService(service: { ref: string; title: string }, model: string): void {
    this.connect(
      {
        id: service.ref,
        kind: 'service',
        ref: service.ref,
        label: service.title,
      },
      { from: service.ref, to: model, type: 'serves' },
    );
  }

  /** Adds one version of a model, with its datasets. */
  addVersion(ref: string, version: VersionDetail): void {
    const id = `${ref}@${version.version}`;
    this.connect(
      { id, kind: 'version', ref, label: version.version },
      { from: id, to: ref, type: 'versionOf' },
    );
    for (const { name, digest, role } of version.datasets) {
      const dataset = `dataset:${name}${digest ? `@${digest}` : ''}`;
      this.connect(
        { id: dataset, kind: 'dataset', label: name },
        { from: id, to: dataset, type: role ?? 'uses' },
      );
    }
  }

  /** The graph so far. */
  toLineage(): Lineage {
    return {
      nodes: [...this.nodes.values()],
      edges: [...this.edges.values()],
      truncated: this.isTruncated,
    };
  }

  private connect(node: Node, edge: Edge): void {
    if (this.addNode(node)) this.addEdge(edge);
  }

  private addNode(node: Node): boolean {
    if (this.nodes.has(node.id)) return true;
    if (this.nodes.size >= mostNodes) {
      this.truncate();
      return false;
    }
    this.nodes.set(node.id, node);
    return true;
  }

  private addEdge(edge: Edge): void {
    this.edges.set(JSON.stringify([edge.from, edge.to, edge.type]), edge);
  }
}
