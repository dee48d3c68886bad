import { RepositoryFile } from '../types';
import {
  Check,
  checksOf,
  installClient,
  languages,
  portalChecks,
} from './checks';

function stage({ title, script }: Check): string {
  return `    stage('${title}') {
      steps {
        sh '${script}'
      }
    }
`;
}

function portalStage({ title, script }: Check): string {
  return `    stage('${title}') {
      when {
        branch 'main'
      }
      steps {
        withCredentials([
          string(credentialsId: 'modelyard-url', variable: 'MODELYARD_URL'),
          string(credentialsId: 'modelyard-token', variable: 'MODELYARD_TOKEN'),
        ]) {
          sh '${script}'
        }
      }
    }
`;
}

const clientStage = `    stage('Install the client') {
      when {
        branch 'main'
      }
      steps {
        sh '${installClient}'
      }
    }
`;

function jenkinsfile(gatekeeper: boolean): string {
  return `// For a multibranch pipeline. The agent has bash, git, curl, Go ${languages.go} and Node ${languages.node}; the
// credentials "modelyard-url" and "modelyard-token" are secret texts of this folder.
pipeline {
  agent { label 'linux' }
  options {
    timeout(time: 30, unit: 'MINUTES')
    disableConcurrentBuilds()
    buildDiscarder(logRotator(numToKeepStr: '50'))
  }
  stages {
${checksOf(gatekeeper).map(stage).join('')}${clientStage}${portalChecks.map(portalStage).join('')}  }
  post {
    always {
      archiveArtifacts artifacts: 'ci-output/rendered/**, ci-output/reports/**', allowEmptyArchive: true
    }
  }
}
`;
}

const texts = new Map<boolean, string>();

/** The declarative pipeline of Jenkins. */
export function jenkinsFile(gatekeeper: boolean): RepositoryFile {
  const text = texts.get(gatekeeper) ?? jenkinsfile(gatekeeper);
  texts.set(gatekeeper, text);
  return { path: 'Jenkinsfile', text };
}
