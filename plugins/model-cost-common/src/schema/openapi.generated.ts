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
        /** Cost of the models asked for, those the caller may read; one item a model. */
        get: operations["listModelCosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{namespace}/{name}/cost": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        /** Cost of one model per day and group. */
        get: operations["getModelCost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{namespace}/{name}/cost.csv": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        /** The same as CSV, one line per day and group. */
        get: operations["getModelCostCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{namespace}/{name}/unit-costs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        /** Cost of serving per 1,000 requests and per million tokens, with volumes. */
        get: operations["getUnitCosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Spend of the whole estate by one dimension. Needs `model-cost.summary.read`. */
        get: operations["getSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/showback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Spend of the whole estate for accounting. Needs `model-cost.summary.read`. */
        get: operations["getShowback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unlabelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What no model can be told for, the most expensive first. Needs `model-cost.summary.read`. */
        get: operations["listUnlabelled"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sources/{id}/backfill": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["SourceId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads days again. Needs `model-cost.source.administer`. */
        post: operations["backfillSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sources/{id}/backfills": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["SourceId"];
            };
            cookie?: never;
        };
        /** The latest twenty backfills of a source. Needs `model-cost.source.administer`. */
        get: operations["listBackfills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sources/{id}/backfills/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["SourceId"];
                runId: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        /** How far a backfill is. Needs `model-cost.source.administer`. */
        get: operations["getBackfill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sources/{id}/backfills/{runId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["SourceId"];
                runId: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a backfill after the day it is at. Needs `model-cost.source.administer`. */
        post: operations["stopBackfill"];
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
        /** @description Day in UTC, `YYYY-MM-DD`. */
        Day: string;
        /**
         * @description ok = every source has the day; missing = a source has nothing for it; failed = a source's day can't be read.
         * @enum {string}
         */
        DayState: "ok" | "missing" | "failed";
        /** @description Micros per day of `days`; null where nothing of the group ran or nothing is known. */
        PerDay: (number | null)[];
        Components: {
            cpu: number;
            ram: number;
            gpu: number;
            storage: number;
            network: number;
            loadBalancer: number;
            shared: number;
            external: number;
            /** @description A share of idle capacity; absent unless the allocation rule spreads it. */
            idle?: number;
            /** @description What the source's total says beyond its rounded parts; absent when 0. */
            rounding?: number;
        };
        /** @description What is known beside the cost, over the span; absent where no row tells it. Hours and GiB are numbers with six places, amounts micros. */
        Measures: {
            /** @description Set aside: the greater of requested and used. */
            cpuCoreHours?: number;
            /** @description Set aside. */
            ramGibHours?: number;
            /** @description Requested. */
            gpuHours?: number;
            /** @description Busy, of the hours measured. */
            gpuHoursUsed?: number;
            /** @description Requested hours whose use is known. */
            gpuHoursMeasured?: number;
            storageGibHours?: number;
            networkGib?: number;
            /** @description Cost of CPU and memory whose use is known. */
            measured?: number;
            /** @description Part of it that was set aside and not used. */
            unused?: number;
            /** @description Cost of GPUs that are slices or shared, and so only approximate. */
            gpuApproximate?: number;
        };
        /** @description How cost that nobody caused alone is borne. `separate`: it stands apart. `proportional`: it is part of the cost of what ran. */
        AllocationRule: {
            /** @enum {string} */
            idle: "separate" | "proportional";
            /** @enum {string} */
            shared: "separate" | "proportional";
        };
        /** @description What a source says about figures of the span. */
        Notice: {
            sourceId: string;
            message: string;
            /** @description On how many days. */
            days: number;
        };
        CostGroup: {
            /** @description Value of the label; `__unallocated__` where the label is missing; `total` for groupBy none. */
            key: string;
            total: number;
            perDay: components["schemas"]["PerDay"];
            components: components["schemas"]["Components"];
            measures?: components["schemas"]["Measures"];
        };
        /** @description Share of what all sources spent in the span, idle excluded, that carries a model label. */
        Coverage: {
            attributed: number;
            /**
             * @description A from 0.9, B from 0.75, C from 0.5.
             * @enum {string}
             */
            grade: "A" | "B" | "C" | "D";
        };
        SourceFreshness: {
            id: string;
            state: components["schemas"]["SourceState"];
            provides: components["schemas"]["Provides"];
            closedUntil?: components["schemas"]["Day"];
            /** @description Recorded days were moved so that they end yesterday. */
            exampleDates: boolean;
        };
        Provides: ("cost" | "usage")[];
        Freshness: {
            /**
             * @description By days that closedUntil is behind: A 2 at most, B 4, C 8. Absent where a source has no day yet.
             * @enum {string}
             */
            grade?: "A" | "B" | "C" | "D";
            /** @description Last day that every source of cost has. */
            closedUntil?: components["schemas"]["Day"];
            /** Format: date-time */
            checkedAt?: string;
            sources: components["schemas"]["SourceFreshness"][];
        };
        ModelCost: {
            currency: string;
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            /** @description Days of the span, or the first day of each week or month in it. */
            days: components["schemas"]["Day"][];
            /** @description The worst of a week or month. */
            state: components["schemas"]["DayState"][];
            groups: components["schemas"]["CostGroup"][];
            measures: components["schemas"]["Measures"];
            allocation: components["schemas"]["AllocationRule"];
            notices: components["schemas"]["Notice"][];
            /** @description Absent where no day of the span is known. */
            total?: number;
            /** @description The same number of days before; absent unless all of them are ok. */
            previousTotal?: number;
            coverage?: components["schemas"]["Coverage"];
            freshness: components["schemas"]["Freshness"];
        };
        ModelCostRow: {
            /** @description Entity ref of the Model. */
            ref: string;
            /** @description Absent where no day of the span is known. */
            total?: number;
            /** @description The same number of days before; absent unless all of them are ok. */
            previousTotal?: number;
            perDay: components["schemas"]["PerDay"];
        };
        ModelCostList: {
            currency: string;
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            days: components["schemas"]["Day"][];
            state: components["schemas"]["DayState"][];
            items: components["schemas"]["ModelCostRow"][];
            totalItems: number;
            freshness: components["schemas"]["Freshness"];
        };
        SummaryItem: {
            /** @description Value of the label (for groupBy version `<model>:<version>`); `__unallocated__` where the label is missing. */
            key: string;
            /** @description Entity ref of the Model that the label means; groupBy model and version only. */
            ref?: string;
            total: number;
            /** @description Total minus the total of as many days before; absent unless all days of both spans are ok. */
            change?: number;
        };
        Reconciliation: {
            /** @description What the source bills for nodes, plus network, storage, load balancers, shared and external cost as allocated. Absent without asset records. */
            sourceTotal?: number;
            /** @description Booked total of the same days minus sourceTotal. */
            difference?: number;
            /** @description Number of days of the span that have asset records. */
            days: number;
        };
        /** @description Amounts are absent where no day of the span is known. For a caller who may not read every model (`scope` is `readable`) the total is that of the items, and nothing is told of the rest. */
        CostSummary: {
            /** @enum {string} */
            scope: "all" | "readable";
            allocation: components["schemas"]["AllocationRule"];
            notices: components["schemas"]["Notice"][];
            currency: string;
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            state: components["schemas"]["DayState"][];
            items: components["schemas"]["SummaryItem"][];
            totalItems: number;
            /** @description Spend that no model can be told for, shared pools, unmounted volumes and load balancers included. */
            unattributed?: number;
            /** @description Part of unattributed. */
            unmounted?: number;
            /** @description Part of unattributed that the shared pools cost. */
            shared?: number;
            idle?: number;
            /** @description Items + unattributed + idle. */
            total?: number;
            reconciliation: components["schemas"]["Reconciliation"];
            coverage?: components["schemas"]["Coverage"];
            freshness: components["schemas"]["Freshness"];
        };
        /** @enum {string} */
        SourceState: "fresh" | "stale" | "failed";
        CostSource: {
            id: string;
            type: string;
            state: components["schemas"]["SourceState"];
            provides: components["schemas"]["Provides"];
            currency: string;
            /** @description Recorded days were moved so that they end yesterday. */
            exampleDates: boolean;
            /** @description By how many days; absent when none were moved. */
            shiftDays?: number;
            firstDay?: components["schemas"]["Day"];
            closedUntil?: components["schemas"]["Day"];
            /** Format: date-time */
            checkedAt?: string;
            lastError?: {
                /** Format: date-time */
                at: string;
                message: string;
            };
            /** @description Days that could not be booked as ok, the latest first, at most 20. */
            problems: {
                day: components["schemas"]["Day"];
                state: components["schemas"]["DayState"];
                message: string;
            }[];
            counts: {
                ok: number;
                missing: number;
                failed: number;
            };
        };
        CostSourceList: {
            items: components["schemas"]["CostSource"][];
            totalItems: number;
        };
        UnitCost: {
            /** @description Micros per `per` units; absent with a reason. */
            amount?: number;
            /** @description Of the days that count. */
            volume?: number;
            minimumVolume: number;
            /**
             * @description Why there is no amount.
             * @enum {string}
             */
            reason?: "no_usage" | "no_volume" | "below_minimum" | "no_cost";
        };
        UnitCostGroup: {
            key: string;
            /** @description Days with both cost and usage; only they count. */
            days: number;
            /** @description Of serving on these days. */
            cost?: number;
            requests?: number;
            failedRequests?: number;
            promptTokens?: number;
            generatedTokens?: number;
            /** @description The worst day of the span, by quantile. */
            latencySeconds?: {
                p50?: number;
                p95?: number;
                p99?: number;
            };
            /** @description Requested GPUs and their use; absent where there was none. */
            gpu?: {
                cost: number;
                /** @description Part of the cost that is of shared GPUs or slices. */
                approximate?: number;
                /** @description Requested. */
                hours?: number;
                /** @description Busy; absent where nothing measures it, which is not idle. */
                hoursUsed?: number;
            };
            per1000Requests: components["schemas"]["UnitCost"];
            perMillionTokens: components["schemas"]["UnitCost"];
        };
        UnitCosts: {
            currency: string;
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            /** @description Days of the span. */
            days?: number;
            groups: components["schemas"]["UnitCostGroup"][];
            freshness: components["schemas"]["Freshness"];
        };
        UnlabelledWorkload: {
            sourceId: string;
            /**
             * @description Shared = it belongs to a pool that serves everybody.
             * @enum {string}
             */
            kind: "workload" | "shared" | "unmounted";
            cluster: string;
            namespace: string;
            controllerKind: string;
            controller: string;
            service?: string;
            owner?: string;
            /** @description Name of the shared pool. */
            pool?: string;
            total: number;
            days: number;
            lastDay: components["schemas"]["Day"];
        };
        UnlabelledPage: {
            currency: string;
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            items: components["schemas"]["UnlabelledWorkload"][];
            totalItems: number;
            nextCursor?: string;
        };
        Backfill: {
            runId: string;
            sourceId: string;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed" | "stopped";
            isStopping: boolean;
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            acceptIncomplete?: boolean;
            /** @description Days of the span. */
            days: number;
            /** @description Days behind it, the latest first; days the source has nothing of included. */
            daysDone: number;
            /** @description Days that changed. */
            written: number;
            /** @description Days that can't be read. */
            failed: number;
            /** @description Why it failed. */
            message?: string;
            requestedBy: string;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            finishedAt?: string;
        };
        BackfillList: {
            items: components["schemas"]["Backfill"][];
            totalItems: number;
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
        Namespace: string;
        Name: string;
        SourceId: string;
        RunId: string;
        /** @description First day, UTC. Default 29 days before `to`. */
        From: string;
        /** @description Last day, UTC, included. Default yesterday. */
        To: string;
        /** @description Default `version`. */
        GroupBy: "version" | "environment" | "service" | "tenant" | "owner" | "cost-center" | "activity" | "component" | "none";
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listModelCosts: {
        parameters: {
            query: {
                /** @description Entity refs of Models. */
                ref: string[];
                /** @description First day, UTC. Default 29 days before `to`. */
                from?: components["parameters"]["From"];
                /** @description Last day, UTC, included. Default yesterday. */
                to?: components["parameters"]["To"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Totals and days of each model. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelCostList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getModelCost: {
        parameters: {
            query?: {
                /** @description First day, UTC. Default 29 days before `to`. */
                from?: components["parameters"]["From"];
                /** @description Last day, UTC, included. Default yesterday. */
                to?: components["parameters"]["To"];
                /** @description Default `version`. */
                groupBy?: components["parameters"]["GroupBy"];
                /** @description Default `day`. Weeks begin on Monday, months on the first. */
                step?: "day" | "week" | "month";
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
            /** @description Series, totals, components, coverage and freshness. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelCost"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getModelCostCsv: {
        parameters: {
            query?: {
                /** @description First day, UTC. Default 29 days before `to`. */
                from?: components["parameters"]["From"];
                /** @description Last day, UTC, included. Default yesterday. */
                to?: components["parameters"]["To"];
                /** @description Default `version`. */
                groupBy?: components["parameters"]["GroupBy"];
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
            /** @description Amounts are decimals of the currency, with six places. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getUnitCosts: {
        parameters: {
            query?: {
                /** @description First day, UTC. Default 29 days before `to`. */
                from?: components["parameters"]["From"];
                /** @description Last day, UTC, included. Default yesterday. */
                to?: components["parameters"]["To"];
                /** @description Default `none`. */
                groupBy?: "none" | "version" | "environment" | "service" | "tenant";
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
            /** @description One group for the whole model, or one per label value. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitCosts"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSummary: {
        parameters: {
            query?: {
                /** @description First day, UTC. Default 29 days before `to`. */
                from?: components["parameters"]["From"];
                /** @description Last day, UTC, included. Default yesterday. */
                to?: components["parameters"]["To"];
                /** @description Default `model`. */
                groupBy?: "owner" | "model" | "version" | "service" | "environment" | "tenant" | "cost-center";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Groups, and what belongs to no group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostSummary"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getShowback: {
        parameters: {
            query?: {
                /** @description First day, UTC. Default 29 days before `to`. */
                from?: components["parameters"]["From"];
                /** @description Last day, UTC, included. Default yesterday. */
                to?: components["parameters"]["To"];
                /** @description Default `csv`: one line per set of labels over the span. `focus`: FinOps FOCUS, one line per day and set of labels. */
                format?: "csv" | "focus";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line per cost center, owner, tenant, model, version, service and environment; then what no model carries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listUnlabelled: {
        parameters: {
            query?: {
                /** @description First day, UTC. Default 29 days before `to`. */
                from?: components["parameters"]["From"];
                /** @description Last day, UTC, included. Default yesterday. */
                to?: components["parameters"]["To"];
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of workloads. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnlabelledPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    backfillSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["SourceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    from: components["schemas"]["Day"];
                    /** @description Included. Default: the last closed day. */
                    to?: components["schemas"]["Day"];
                    /** @description Books days that look incomplete as they are. */
                    acceptIncomplete?: boolean;
                };
            };
        };
        responses: {
            /** @description It is queued, and begins when those before it are done. */
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
    listBackfills: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["SourceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackfillList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getBackfill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["SourceId"];
                runId: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One backfill. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backfill"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    stopBackfill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["SourceId"];
                runId: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is booked stays. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backfill"];
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
                    "application/json": components["schemas"]["CostSourceList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
}
