// Generated from openapi.yaml by `yarn openapi`. Edit the document, not this file.
/* eslint-disable */
export interface paths {
    "/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pure preview of a repository. Writes nothing; the same question has the same answer. */
        post: operations["createPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The inference services whose model the caller may read. */
        get: operations["listServices"];
        put?: never;
        /** Plans the service and commits the environments whose gate is open. Sent again, it changes nothing that is already so. */
        post: operations["deliverService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["parameters"]["ServiceName"];
            };
            cookie?: never;
        };
        get: operations["getService"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/{name}/files": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["parameters"]["ServiceName"];
            };
            cookie?: never;
        };
        /** What the main branch of the repository holds. */
        get: operations["listFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/{name}/files/content": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["parameters"]["ServiceName"];
            };
            cookie?: never;
        };
        get: operations["getFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/{name}/commits": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["parameters"]["ServiceName"];
            };
            cookie?: never;
        };
        get: operations["listCommits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reindex": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rebuilds the index of services from Git. */
        post: operations["reindex"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Error: {
            error: {
                name: string;
                message: string;
                fields?: {
                    path: string;
                    message: string;
                }[];
            };
        };
        /** @description What a service should be. Its fields are checked by the planner, which names each one that is wrong. */
        ServiceInput: {
            /** @description Name of the service, its Component and its objects. */
            name: string;
            description?: string;
            /** @description Entity ref of a group or user. */
            owner: string;
            /** @description Entity ref of a System. */
            system?: string;
            model: {
                /** @description Entity ref of the Model. */
                ref: string;
                /** @description A version, never an alias. */
                version: string;
            };
            runtime: {
                /** @enum {string} */
                kind: "kserve" | "kserve-llm" | "knative" | "deployment" | "retraining-job" | "batch-inference";
                /**
                 * @description Only for "kserve"; standard when absent.
                 * @enum {string}
                 */
                mode?: "standard" | "knative";
            };
            /** @description Pinned by digest. */
            image?: string;
            /** @description Port and paths of the form's own image. */
            serving?: {
                /** @description 8080 when absent. */
                port?: number;
                /** @description Answers 2xx when the model is loaded; only the port is probed when absent. */
                healthPath?: string;
                /** @description "/metrics" when absent. */
                metricsPath?: string;
            };
            /** @description What a job does, and when. */
            job?: {
                /** @description Only for "retraining-job": weekly when absent. */
                trigger?: {
                    /** @constant */
                    kind: "schedule";
                    /** @description Five fields, as in crontab. */
                    cron: string;
                    /** @description Name of the tz database; UTC when absent. */
                    timeZone?: string;
                    /** @enum {string} */
                    engine?: "cronjob" | "argo-workflows";
                } | {
                    /** @constant */
                    kind: "kafka";
                    /** @description "host:port", several separated by commas. */
                    bootstrapServers: string;
                    topic: string;
                    consumerGroup: string;
                    /** @description Messages that one replica or one job may lie behind. */
                    lagThreshold: number;
                    /** @description Name of a TriggerAuthentication in the namespace; none is made. */
                    authentication?: string;
                } | {
                    /** @constant */
                    kind: "prometheus";
                    /** @description Address of the Prometheus server inside the cluster. */
                    serverAddress: string;
                    /** @description PromQL with one value as its answer. */
                    query: string;
                    /** @description Value that one replica is for; the value above which a job starts. */
                    threshold: number;
                    /** @description Name of a TriggerAuthentication in the namespace; none is made. */
                    authentication?: string;
                };
                command?: string[];
                args?: string[];
                /** @description After this long a run is given up; 240 when absent. */
                timeoutMinutes?: number;
                /** @description 2 when absent. */
                retries?: number;
                /** @description Address of the data that is read, as the variable "INPUT_URI". */
                input?: string;
                /** @description Address of what is written, as the variable "OUTPUT_URI". */
                output?: string;
            };
            environments: {
                name: string;
                namespace: string;
                resources: {
                    /** @description Cores: "2", "500m". */
                    cpu: string;
                    /** @description Bytes: "1Gi". */
                    memory: string;
                    gpu?: {
                        /** @description Extended resource, such as "nvidia.com/gpu". */
                        resource: string;
                        count: number;
                        /** @description Value of the node label "<domain>/gpu.product"; any when absent. */
                        product?: string;
                    };
                };
                /** @description One replica when absent. */
                scaling?: {
                    /** @constant */
                    kind: "hpa";
                    minReplicas: number;
                    maxReplicas: number;
                    /** @enum {string} */
                    metric: "cpu" | "memory";
                    /** @description Percent of the request. */
                    target: number;
                } | {
                    /** @constant */
                    kind: "knative";
                    minReplicas: number;
                    maxReplicas: number;
                    /** @enum {string} */
                    metric: "concurrency" | "rps";
                    /** @description Per replica. */
                    target: number;
                } | {
                    /** @constant */
                    kind: "keda";
                    minReplicas: number;
                    maxReplicas: number;
                    trigger: {
                        /** @constant */
                        kind: "kafka";
                        /** @description "host:port", several separated by commas. */
                        bootstrapServers: string;
                        topic: string;
                        consumerGroup: string;
                        /** @description Messages that one replica or one job may lie behind. */
                        lagThreshold: number;
                        /** @description Name of a TriggerAuthentication in the namespace; none is made. */
                        authentication?: string;
                    } | {
                        /** @constant */
                        kind: "prometheus";
                        /** @description Address of the Prometheus server inside the cluster. */
                        serverAddress: string;
                        /** @description PromQL with one value as its answer. */
                        query: string;
                        /** @description Value that one replica is for; the value above which a job starts. */
                        threshold: number;
                        /** @description Name of a TriggerAuthentication in the namespace; none is made. */
                        authentication?: string;
                    };
                } | {
                    /**
                     * @description Fixed replicas, and a VerticalPodAutoscaler that only recommends.
                     * @constant
                     */
                    kind: "vpa";
                    replicas: number;
                } | {
                    /**
                     * @description KServe's autoscaler of language models, acting through HPA or KEDA.
                     * @constant
                     */
                    kind: "wva";
                    minReplicas: number;
                    maxReplicas: number;
                    /** @enum {string} */
                    actuator: "hpa" | "keda";
                } | {
                    /** @constant */
                    kind: "fixed";
                    replicas: number;
                };
                rollout?: {
                    /** @constant */
                    kind: "canary";
                    /** @description Share of the traffic that the new version gets at first. */
                    percent: number;
                } | {
                    /** @constant */
                    kind: "blue-green";
                } | {
                    /** @constant */
                    kind: "rolling";
                };
                placement?: {
                    nodeSelector?: {
                        [key: string]: string;
                    };
                    tolerations?: {
                        key: string;
                        /** @description Any value of the taint when absent. */
                        value?: string;
                        /** @enum {string} */
                        effect?: "NoSchedule" | "PreferNoSchedule" | "NoExecute";
                    }[];
                    /** @description Only on nodes that may be taken away. */
                    spot?: boolean;
                    /**
                     * @description What the replicas are spread over; "zone" when absent.
                     * @enum {string}
                     */
                    spread?: "zone" | "host" | "none";
                };
                /** @description ResourceQuota of the namespace. */
                quota?: {
                    cpu: string;
                    memory: string;
                    /** @description Of the resource that the environment asks for. */
                    gpu?: number;
                };
            }[];
            /**
             * @description As configured when absent.
             * @enum {string}
             */
            controller?: "argocd" | "flux";
            /** @description When Argo CD may or may not sync. */
            syncWindows?: {
                /** @enum {string} */
                kind: "allow" | "deny";
                /** @description Five fields, as in crontab. */
                cron: string;
                hours: number;
                /** @description Name of the tz database; UTC when absent. */
                timeZone?: string;
                /** @description Names of environments; all when absent. */
                environments?: string[];
            }[];
            /** @description Gatekeeper when absent. */
            policies?: ("gatekeeper" | "kyverno" | "admission-policy")[];
            /**
             * @description GitHub Actions when absent.
             * @enum {string}
             */
            pipeline?: "github" | "gitlab" | "jenkins";
            /** @description Terraform for what lies outside the cluster. */
            terraform?: {
                /** @enum {string} */
                cloud: "aws" | "gcp";
            };
            /** @description Everything is watched when absent. */
            monitoring?: {
                serviceMonitor?: boolean;
                rules?: boolean;
                dashboard?: boolean;
                /** @description Share of failed requests, in percent, that alerts; 1 when absent. */
                errorPercent?: number;
                /** @description 95th percentile in seconds that alerts; 1 when absent. */
                latencySeconds?: number;
                /** @description Alerts while the PromQL query is above the value. */
                drift?: {
                    query: string;
                    above: number;
                };
            };
            costCenter: string;
            tenant?: string;
            /** @description Variables of the container; secrets never stand here. */
            env?: {
                [key: string]: string;
            };
            /** @description References to secrets outside of Git. */
            secrets?: {
                /** @description Unique within the service. */
                name: string;
                store: {
                    /** @enum {string} */
                    kind?: "ClusterSecretStore" | "SecretStore";
                    name: string;
                };
                /** @description Key in the store. */
                key: string;
                /** @description Variables of the container, each from a property of the secret. */
                variables: {
                    [key: string]: string;
                };
            }[];
            labels?: {
                [key: string]: string;
            };
            annotations?: {
                [key: string]: string;
            };
            repository: {
                name: string;
                /** @description Address on a Git server that has the repository; the portal keeps it when absent. */
                url?: string;
                /** @description Folder of the service in a repository that others share, such as "services/api"; the whole repository when absent. */
                path?: string;
                /** @description Key of the project in which Bitbucket Cloud makes it. */
                project?: string;
                /**
                 * @description How it gets there; a commit to the main branch when absent.
                 * @enum {string}
                 */
                change?: "commit" | "pull-request";
            };
        };
        Finding: {
            /** @enum {string} */
            severity: "error" | "warning" | "info";
            /** @description JSON Pointer into the input. */
            field?: string;
            /** @description Id of the check that closes the gate. */
            check?: string;
            message: string;
        };
        PlanFile: {
            path: string;
            content: string;
            /** @description Git file mode. */
            mode?: string;
        };
        Estimate: {
            currency: string;
            perEnvironment: {
                name: string;
                /** @description Micros per month. */
                low: number;
                /** @description Micros per month. */
                expected: number;
                /** @description Micros per month. */
                high: number;
                basis: string;
            }[];
        };
        Plan: {
            digest: string;
            files: components["schemas"]["PlanFile"][];
            findings: components["schemas"]["Finding"][];
            /** @description Environments whose overlay is among the files. */
            environments: string[];
            /** @description What writing the plan would do to the repository as it is now; files that stay the same are left out. */
            changes: {
                path: string;
                /** @enum {string} */
                change: "added" | "changed" | "removed";
            }[];
            /** @description Component that the service will be. */
            entityRef: string;
            repositoryUrl: string;
            cloneUrl: string;
            estimate?: components["schemas"]["Estimate"];
        };
        DeclaredState: {
            version: string;
            digest: string;
            image?: string;
            commit: string;
            /** Format: date-time */
            at: string;
            /** @description Entity ref of the author */
            by: string;
        };
        ObservedState: {
            /** @enum {string} */
            state: "synced" | "progressing" | "degraded" | "drifted" | "unknown";
            reason?: string;
            /** Format: date-time */
            at?: string;
        };
        ServiceEnvironment: {
            name: string;
            namespace?: string;
            declared: components["schemas"]["DeclaredState"];
            observed: components["schemas"]["ObservedState"];
        };
        Service: {
            name: string;
            entityRef: string;
            description?: string;
            /** @description Entity ref of the Model that the service serves. */
            model: string;
            /** @description Entity ref. */
            owner: string;
            system?: string;
            /** @description Name of the repository. */
            repository: string;
            /** @description Where a person looks at it. */
            repositoryUrl: string;
            /** @description What `git clone` takes. */
            cloneUrl: string;
            /** @description Head of the main branch. */
            commit: string;
            environments: components["schemas"]["ServiceEnvironment"][];
        };
        ServicePage: {
            items: components["schemas"]["Service"][];
            nextCursor?: string;
            totalItems: number;
        };
        Delivery: {
            service: string;
            repositoryUrl: string;
            cloneUrl: string;
            entityRef: string;
            commit: string;
            /** @description Whether the service is new. */
            created: boolean;
            /** @description Whether this call made a commit. */
            changed: boolean;
            /** @description The service comes with a pull request; it is there when that is merged. */
            awaitsMerge?: boolean;
            findings: components["schemas"]["Finding"][];
            /** @description Environments in Git now. */
            environments: string[];
        };
        FileList: {
            commit: string;
            items: {
                path: string;
                sizeBytes: number;
            }[];
            totalItems: number;
        };
        FileContent: {
            path: string;
            commit: string;
            sizeBytes: number;
            /** @description Untrusted text; absent when the file is binary or too large to show. */
            content?: string;
        };
        CommitList: {
            items: {
                commit: string;
                /** Format: date-time */
                at: string;
                by: string;
                /** @description Untrusted text. */
                message: string;
            }[];
            totalItems: number;
        };
        ReindexResult: {
            services: number;
            problems: {
                repository: string;
                message: string;
            }[];
        };
    };
    responses: {
        /** @description Backstage's error shape; bad input names its fields. */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /** @description `nextCursor` of the page before. */
        Cursor: string;
        Limit: number;
        ServiceName: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createPlan: {
        parameters: {
            query?: {
                /** @description With `write` it is what `POST /services` would write now, without environments whose gate is closed, and for those who may. */
                mode?: "preview" | "write";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceInput"];
            };
        };
        responses: {
            /** @description The files, what speaks for and against them, and what they will cost. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listServices: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
                /** @description Entity ref of a Model. */
                model?: string;
                /** @description Entity ref of the owner. */
                owner?: string;
                /** @description Part of the name. */
                q?: string;
                /** @description Names of services; may be repeated. */
                name?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of services, by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deliverService: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceInput"];
            };
        };
        responses: {
            /** @description The service was known; `changed` says whether a commit was needed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            /** @description The service is new. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["parameters"]["ServiceName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Declared and observed state per environment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listFiles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["parameters"]["ServiceName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Files by path. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getFile: {
        parameters: {
            query: {
                path: string;
            };
            header?: never;
            path: {
                name: components["parameters"]["ServiceName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One file of the main branch. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileContent"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listCommits: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                name: components["parameters"]["ServiceName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest commits of the main branch. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommitList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    reindex: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description What the index holds now, and the repositories that could not be read. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReindexResult"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
}
