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
            /** @description What the source's total says beyond its rounded parts; absent when 0. */
            rounding?: number;
        };
        CostGroup: {
            /** @description Value of the label; `__unallocated__` where the label is missing; `total` for groupBy none. */
            key: string;
            total: number;
            perDay: components["schemas"]["PerDay"];
            components: components["schemas"]["Components"];
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
            closedUntil?: components["schemas"]["Day"];
            /** @description Recorded days were moved so that they end yesterday. */
            exampleDates: boolean;
        };
        Freshness: {
            /** @description Last day that every source has. */
            closedUntil?: components["schemas"]["Day"];
            /** Format: date-time */
            checkedAt?: string;
            sources: components["schemas"]["SourceFreshness"][];
        };
        ModelCost: {
            currency: string;
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            days: components["schemas"]["Day"][];
            state: components["schemas"]["DayState"][];
            groups: components["schemas"]["CostGroup"][];
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
        /** @description Amounts are absent where no day of the span is known. */
        CostSummary: {
            currency: string;
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            state: components["schemas"]["DayState"][];
            items: components["schemas"]["SummaryItem"][];
            totalItems: number;
            /** @description Spend without a model label, unmounted volumes and load balancers included. */
            unattributed?: number;
            /** @description Part of unattributed. */
            unmounted?: number;
            idle?: number;
            /** @description Items + unattributed + idle for a caller who may read every model. */
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
        /** @description First day, UTC. Default 29 days before `to`. */
        From: string;
        /** @description Last day, UTC, included. Default yesterday. */
        To: string;
        /** @description Default `version`. */
        GroupBy: "version" | "environment" | "service" | "tenant" | "component" | "none";
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
                step?: "day";
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
                format?: "csv";
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
