import { ModelConnectorFactory } from '@modelyard/plugin-model-catalog-node';
import { GitModelConnector } from './git/GitModelConnector';
import { HuggingFaceModelConnector } from './huggingface/HuggingFaceModelConnector';
import { KubeflowModelConnector } from './kubeflow/KubeflowModelConnector';
import { MlflowModelConnector } from './mlflow/MlflowModelConnector';
import { OciModelConnector } from './oci/OciModelConnector';

/** The types of source that need no further module. */
export const builtInConnectors: Record<string, ModelConnectorFactory> = {
  git: GitModelConnector.fromConfig,
  huggingface: HuggingFaceModelConnector.fromConfig,
  kubeflow: KubeflowModelConnector.fromConfig,
  mlflow: MlflowModelConnector.fromConfig,
  oci: OciModelConnector.fromConfig,
};
