// Generated from openapi.yaml by `yarn openapi`. Edit the document, not this file.
/* eslint-disable */
export interface paths {
    "/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One row per model with its latest version and aliases. */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The values that the filters of `/models` can take, each counted over what the other filters leave. */
        get: operations["getModelFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        get: operations["getModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{namespace}/{name}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        get: operations["listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{namespace}/{name}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
                version: string;
            };
            cookie?: never;
        };
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{namespace}/{name}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        get: operations["compareVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{namespace}/{name}/aliases": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        get: operations["listAliases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{namespace}/{name}/links": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        /** Models of any source that are the same as this one, by digest or by a person's statement. */
        get: operations["listLinks"];
        put?: never;
        /** States that another model is the same as this one. */
        post: operations["stateLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{namespace}/{name}/links/{otherNamespace}/{otherName}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
                otherNamespace: string;
                otherName: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraws a statement; models with the same digest stay linked. */
        delete: operations["withdrawLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{namespace}/{name}/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        get: operations["getLineage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{namespace}/{name}/versions/{version}/ml-bom": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
                version: string;
            };
            cookie?: never;
        };
        get: operations["getMlBom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/removals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Models and versions that vanished from their source, latest first. The versions of a model that vanished as a whole are not listed one by one. */
        get: operations["listRemovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of which their source now tells otherwise than is stored, latest first. */
        get: operations["listConflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Models that did not get the entity name of their title, because another one has it. */
        get: operations["listCollisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sources/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["syncSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sources/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Webhook of a registry: a hint to look, proven by its signature. The body decides nothing. */
        post: operations["receiveSourceEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sources/{id}/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                runId: string;
            };
            cookie?: never;
        };
        get: operations["getSyncRun"];
        put?: never;
        post?: never;
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
        /** @enum {string} */
        SourceState: "fresh" | "stale" | "failed";
        /** @enum {string} */
        DigestKind: "content" | "vcs" | "manifest" | "record";
        Aliases: {
            [key: string]: string;
        };
        ModelRow: {
            /** @description Entity ref of the Model. */
            ref: string;
            title: string;
            description?: string;
            type?: string;
            /** @description The item of the source that the model was read from. */
            sourceRef?: string;
            /** @description Entity ref; absent when nobody owns the model. */
            owner?: string;
            system?: string;
            task?: string;
            /** @description Proposed by the registry; the reviewed tier lives in the scorecard. */
            riskTier?: string;
            lifecycle?: string;
            /** @description SPDX expression. */
            license?: string;
            tags?: string[];
            baseModels?: string[];
            /** @description Base models that the registry names by title, such as `meta-llama/Llama-3.1-8B`. */
            baseModelTitles?: string[];
            datasets?: string[];
            latestVersion?: {
                version: string;
                /** Format: date-time */
                createdAt: string;
            };
            aliases: components["schemas"]["Aliases"];
            versionCount: number;
            source: {
                id: string;
                /** Format: date-time */
                syncedAt?: string;
                state: components["schemas"]["SourceState"];
            };
            tombstone?: components["schemas"]["Tombstone"];
        };
        ModelPage: {
            items: components["schemas"]["ModelRow"][];
            nextCursor?: string;
            totalItems: number;
        };
        FacetValue: {
            value: string;
            count: number;
        };
        ModelFacets: {
            owner: components["schemas"]["FacetValue"][];
            task: components["schemas"]["FacetValue"][];
            tier: components["schemas"]["FacetValue"][];
            lifecycle: components["schemas"]["FacetValue"][];
            license: components["schemas"]["FacetValue"][];
            alias: components["schemas"]["FacetValue"][];
            freshness: components["schemas"]["FacetValue"][];
            source: components["schemas"]["FacetValue"][];
        };
        Metric: {
            name: string;
            value: number;
            higherIsBetter?: boolean;
            dataset?: string;
            split?: string;
            n?: number;
        };
        Artifact: {
            uri: string;
            digest?: string;
            sizeBytes?: number;
            format?: string;
        };
        Dataset: {
            name: string;
            digest?: string;
            role?: string;
        };
        Tombstone: {
            /** Format: date-time */
            at: string;
            reason: string;
        };
        /** @description The source now tells otherwise than what was stored first; the stored version stays. */
        Conflict: {
            /** @description Digest that the source now gives. */
            digest: string;
            /**
             * Format: date-time
             * @description When it was first seen.
             */
            at: string;
            /** @description What differs. */
            fields?: string[];
            /**
             * Format: date-time
             * @description When the source agreed with the store again.
             */
            endedAt?: string;
        };
        VersionRow: {
            version: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Entity ref of who made the version. */
            createdBy?: string;
            /** @enum {string} */
            status: "ready" | "pending" | "failed" | "removed";
            stage?: string;
            aliases: string[];
            digest: string;
            digestKind: components["schemas"]["DigestKind"];
            metrics: components["schemas"]["Metric"][];
            tombstone?: components["schemas"]["Tombstone"];
            conflict?: components["schemas"]["Conflict"];
        };
        VersionPage: {
            items: components["schemas"]["VersionRow"][];
            nextCursor?: string;
            totalItems: number;
        };
        VersionDetail: components["schemas"]["VersionRow"] & {
            artifacts: components["schemas"]["Artifact"][];
            params: {
                [key: string]: string;
            };
            datasets: components["schemas"]["Dataset"][];
            run?: {
                /** @description Native id of the run in the registry. */
                id?: string;
                url?: string;
                commit?: string;
            };
            links: {
                url: string;
                title: string;
            }[];
            /** @description Tags of the registry that the source allows, by key. */
            labels?: {
                [key: string]: string;
            };
            card?: {
                /** @description Untrusted Markdown. */
                text: string;
            };
            /** @description Every conflict there was, newest first. */
            conflicts?: components["schemas"]["Conflict"][];
            source: {
                id: string;
                nativeId: string;
                uri?: string;
            };
        };
        Comparison: {
            left: components["schemas"]["VersionRow"];
            right: components["schemas"]["VersionRow"];
            metrics: {
                name: string;
                left?: number;
                right?: number;
                /** @description right − left. */
                change?: number;
                /** @enum {string} */
                better?: "left" | "right";
            }[];
            params: components["schemas"]["Difference"][];
            datasets: components["schemas"]["Difference"][];
            artifacts: components["schemas"]["Difference"][];
            /** @description Of the models. */
            license?: {
                left?: string;
                right?: string;
            };
            models?: {
                left: string;
                right: string;
            };
            card?: {
                changes: {
                    /** @enum {string} */
                    kind: "same" | "added" | "removed";
                    /** @description Untrusted Markdown. */
                    text: string;
                }[];
                truncated: boolean;
            };
        };
        AliasHistory: {
            items: components["schemas"]["AliasHistoryEntry"][];
            nextCursor?: string;
            totalItems: number;
        };
        AliasHistoryEntry: {
            alias: string;
            version: string;
            /** Format: date-time */
            since: string;
            /**
             * Format: date-time
             * @description Absent while it points there.
             */
            until?: string;
            /** @description Who told us: `source:<id>`. Registries do not say who moved an alias. */
            by: string;
        };
        LinkList: {
            items: components["schemas"]["ModelLink"][];
        };
        /** @description Another model that is the same as this one. Nothing of the two is merged. */
        ModelLink: {
            /** @description Entity ref of the other model. */
            ref: string;
            title: string;
            /** @description Id of its source. */
            source: string;
            /** @description Versions with the same digest, newest first, at most 50. Empty where only a person states the link. */
            versions: {
                /** @description Of this model. */
                version: string;
                /** @description Of the other one. */
                otherVersion: string;
                digest: string;
                digestKind: components["schemas"]["DigestKind"];
            }[];
            statement?: {
                /** @description Entity ref of who states the link. */
                by: string;
                /** Format: date-time */
                at: string;
                comment?: string;
            };
        };
        RemovalPage: {
            items: components["schemas"]["Removal"][];
            nextCursor?: string;
            totalItems: number;
        };
        Removal: {
            ref: string;
            title: string;
            /** @description Absent for a whole model. */
            version?: string;
            source: string;
            /** Format: date-time */
            at: string;
            reason: string;
        };
        ConflictPage: {
            items: components["schemas"]["OpenConflict"][];
            nextCursor?: string;
            totalItems: number;
        };
        OpenConflict: {
            ref: string;
            title: string;
            version: string;
            source: string;
            /** @description As stored; it stays. */
            digest: string;
            /** @description As the source now gives it. */
            sourceDigest: string;
            /** @description What differs. */
            fields: string[];
            /** Format: date-time */
            at: string;
        };
        CollisionPage: {
            items: components["schemas"]["Collision"][];
            nextCursor?: string;
            totalItems: number;
        };
        Collision: {
            /** @description What the model got. It stays. */
            ref: string;
            title: string;
            source: string;
            /** @description What its title would give. */
            wantedRef: string;
            /** @description Who has that ref now; absent when nobody does any more, or when you may not read it. */
            holder?: {
                title: string;
                source: string;
            };
        };
        Lineage: {
            nodes: {
                id: string;
                /** @enum {string} */
                kind: "model" | "version" | "dataset" | "service" | "external-model";
                /** @description Entity ref. */
                ref?: string;
                label: string;
            }[];
            edges: {
                from: string;
                to: string;
                type: string;
            }[];
            /** @description Something is left out beyond the depth or the size of the answer. */
            truncated: boolean;
        };
        Difference: {
            name: string;
            left?: string;
            right?: string;
        };
        SourceList: {
            items: components["schemas"]["Source"][];
        };
        Source: {
            id: string;
            type: string;
            state: components["schemas"]["SourceState"];
            /**
             * Format: date-time
             * @description When a run last left nothing unread.
             */
            lastSuccessAt?: string;
            lastError?: {
                /** Format: date-time */
                at: string;
                message: string;
            };
            /** @description Items of the source that were refused; the rest was loaded. */
            problems?: components["schemas"]["SourceProblem"][];
            counts: {
                models: number;
                versions: number;
                tombstones: number;
                conflicts: number;
            };
            /** @description So much vanished at once that somebody has to accept it first. */
            heldRemovals?: {
                models: number;
                versions: number;
            };
            lastRun?: {
                /** Format: date-time */
                startedAt: string;
                durationMs?: number;
                written: number;
            };
            /**
             * Format: date-time
             * @description When the schedule has the next run begin; absent when it only runs by hand. In the past: it is due.
             */
            nextRunAt?: string;
            /** @description A run is going on now. */
            isRunning?: boolean;
            /** @description The source's registry may send webhooks. */
            takesEvents?: boolean;
        };
        SourceProblem: {
            file: string;
            line?: number;
            /** @description JSON Pointer into the item. */
            field?: string;
            message: string;
            /**
             * @description An error: the item was not read. A warning: it was, with something left out.
             * @enum {string}
             */
            severity?: "error" | "warning";
        };
        SyncRun: {
            runId: string;
            /** @enum {string} */
            state: "running" | "succeeded" | "failed";
            /** Format: date-time */
            startedAt: string;
            durationMs?: number;
            written?: number;
            error?: string;
            problems?: components["schemas"]["SourceProblem"][];
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
        Namespace: string;
        Name: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listModels: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
                /** @description Words, or how they begin, in name, title, description or tags. */
                q?: string;
                source?: string;
                /** @description Entity ref of the owner, or `none` for models without one. */
                owner?: string;
                task?: string;
                /** @description Proposed risk tier. */
                tier?: string;
                lifecycle?: string;
                /** @description Only models on which this alias is set. */
                alias?: string;
                /** @description SPDX expression. */
                license?: string;
                /** @description State of the model's source. */
                freshness?: components["schemas"]["SourceState"];
                /** @description Also models that vanished from their source. */
                removed?: boolean;
                sort?: "name" | "-name" | "owner" | "-owner" | "task" | "-task" | "tier" | "-tier" | "latest" | "-latest";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of models. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getModelFacets: {
        parameters: {
            query?: {
                /** @description Words, or how they begin, in name, title, description or tags. */
                q?: string;
                source?: string;
                owner?: string;
                task?: string;
                tier?: string;
                lifecycle?: string;
                alias?: string;
                license?: string;
                freshness?: components["schemas"]["SourceState"];
                removed?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Values by filter. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelFacets"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The model. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelRow"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listVersions: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
                sort?: "createdAt" | "-createdAt";
                /** @description Only versions that this run of the registry produced. */
                run?: string;
            };
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of versions, newest first unless sorted otherwise. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One version with everything the registry tells. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    compareVersions: {
        parameters: {
            query: {
                left: string;
                right: string;
                /** @description Entity ref of the model of the right version, when that is another one. */
                rightModel?: string;
            };
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What differs between two versions, of one model or of two. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listAliases: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of where each alias points and pointed, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AliasHistory"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The linked models, at most 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    stateLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Entity ref of the other model. */
                    ref: string;
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description The link as it is now. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelLink"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    withdrawLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
                otherNamespace: string;
                otherName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody states it any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    getLineage: {
        parameters: {
            query?: {
                /** @description Adds this version with its datasets. */
                version?: string;
                /** @description Steps from the model, up to its base models and down to what was made from it. */
                depth?: number;
            };
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the model comes from and what came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lineage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getMlBom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CycloneDX 1.6 bill of materials of one version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.cyclonedx+json": {
                        /** @constant */
                        bomFormat: "CycloneDX";
                        /** @constant */
                        specVersion: "1.6";
                        components: Record<string, never>[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listRemovals: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
                source?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tombstones. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovalPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listConflicts: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
                source?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of open conflicts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listCollisions: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
                source?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of models by entity ref. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollisionPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every configured source, its health and freshness. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    syncSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Removes what an earlier run held back, if it is still gone. */
                    acceptRemovals?: boolean;
                };
            };
        };
        responses: {
            /** @description The sync has started, or one that was running goes on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        runId: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    receiveSourceEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The source is read soon, or has just been told the same. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description False for a delivery that came before. */
                        accepted: boolean;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSyncRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One run of a source. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncRun"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
}
