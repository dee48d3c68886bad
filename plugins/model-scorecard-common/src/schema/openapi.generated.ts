// Generated from openapi.yaml by `yarn openapi`. Edit the document, not this file.
/* eslint-disable */
export interface paths {
    "/models/{namespace}/{name}/versions/{version}/scorecard": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: string;
                name: string;
                version: string;
            };
            cookie?: never;
        };
        /** Every check of a version, its verdict and why. */
        get: operations["getScorecard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{namespace}/{name}/versions/{version}/scorecards": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: string;
                name: string;
                version: string;
            };
            cookie?: never;
        };
        /** The scorecards of a version in several environments, evaluated on the same facts. */
        get: operations["listVersionScorecards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{namespace}/{name}/versions/{version}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: string;
                name: string;
                version: string;
            };
            cookie?: never;
        };
        /** The gate as a signed statement. */
        get: operations["getVerdict"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scorecards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One row per model version under review, newest first. */
        get: operations["listScorecards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every record of a version, newest first. */
        get: operations["listEvidence"];
        put?: never;
        /** Hands in a report about one version; a report that is known changes nothing. */
        post: operations["createEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hands in a large report, which is read piece by piece; only formats such as `sarif`. */
        post: operations["streamEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One canonical record; ids of reviews and registrations answer too. */
        get: operations["getEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as it was handed in. */
        get: operations["getEvidenceDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/formats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Formats of evidence that the intake knows. */
        get: operations["listFormats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Decisions of people about a version, newest first. */
        get: operations["listReviews"];
        put?: never;
        /** Decides about a version for an environment; a later decision of the same role supersedes. */
        post: operations["createReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles in which people review, and which of them the caller holds. */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Registers the reviewed risk tier and the purpose of a model. */
        post: operations["createRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPacks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/packs/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks and lints a check pack; stores nothing. */
        post: operations["validatePack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/packs/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What another check pack would do to every version that the caller may read; stores nothing. */
        post: operations["previewPack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/packs/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** JSON schema of check packs, for editors. */
        get: operations["getPackSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/packs/{digest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A check pack that is or was in force, so that old statements can be read. */
        get: operations["getPackText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/controls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Frameworks and the controls that checks support. */
        get: operations["listControls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The record of who did what, newest first. */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether every chain holds, and every record still is what was entered. */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public keys of the signed verdicts; needs no token. */
        get: operations["getJwks"];
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
        Verdict: "pass" | "fail" | "no_evidence" | "insufficient" | "stale" | "invalid" | "error" | "waived" | "not_applicable";
        /** @enum {string} */
        GateState: "open" | "closed";
        /** @enum {string} */
        Severity: "blocker" | "waivable";
        /** @enum {string} */
        Tier: "prohibited" | "high" | "limited" | "minimal" | "general";
        /** @enum {string} */
        Trust: "signed" | "oidc" | "manual";
        Subject: {
            /** @description Entity ref of the Model. */
            ref: string;
            version: string;
            digest: string;
        };
        Gate: {
            environment: string;
            state: components["schemas"]["GateState"];
            /** @description Ids of the checks that close it. */
            blockers: string[];
        };
        /** @description Number of checks by verdict; verdicts that none has are absent. */
        Counts: {
            pass?: number;
            fail?: number;
            no_evidence?: number;
            insufficient?: number;
            stale?: number;
            invalid?: number;
            error?: number;
            waived?: number;
            not_applicable?: number;
        };
        Interval: {
            low: number;
            high: number;
            level?: number;
            method?: string;
        };
        /** @description What the interval must stay within; an open side is absent. */
        Bound: {
            low?: number;
            high?: number;
        };
        Slice: {
            metric: string;
            attr?: string;
            group?: string;
            /** @description Group that it is compared with. */
            ref?: string;
            value: number;
            interval?: components["schemas"]["Interval"];
            n?: number;
            nRef?: number;
            /** @description The slice whose edge comes closest to the bound or lies furthest beyond it. */
            worst?: boolean;
        };
        Check: {
            id: string;
            area: string;
            title: string;
            /** @description The rule in words. */
            rule: string;
            severity: components["schemas"]["Severity"];
            verdict: components["schemas"]["Verdict"];
            reason: string;
            /** @description Name of the metric that `value` belongs to. */
            metric?: string;
            /** @description Value of the worst slice, or of the whole where there are no slices. */
            value?: number;
            interval?: components["schemas"]["Interval"];
            bound?: components["schemas"]["Bound"];
            n?: number;
            slices?: components["schemas"]["Slice"][];
            /** @description Ids for `/evidence/{id}`. */
            evidence: string[];
            /**
             * Format: date-time
             * @description When the oldest of the evidence was produced.
             */
            producedAt?: string;
            /** @description Seconds between `producedAt` and the evaluation. */
            age?: number;
            /** @description Seconds after which the evidence is stale. */
            maxAge?: number;
            /** @description The least trusted of the evidence. */
            trust?: components["schemas"]["Trust"];
            /** @description Records of this kind that were handed in for this version; the check rests on one of them. */
            runs?: number;
            /** @description The evidence is example data whose dates were moved. */
            redated?: boolean;
            controls: string[];
            /** @description What to do when it doesn't pass. */
            remedy: string;
        };
        Approval: {
            role: string;
            /** @description Id of the decision that counts; absent while the role has not decided. */
            review?: string;
            decision?: components["schemas"]["Decision"];
            by?: string;
            /** Format: date-time */
            at?: string;
        };
        Scorecard: {
            subject: components["schemas"]["Subject"];
            pack: components["schemas"]["PackRef"];
            /** Format: date-time */
            evaluatedAt: string;
            /** @description Reviewed tier; absent while nobody registered one. */
            tier?: components["schemas"]["Tier"];
            gate: components["schemas"]["Gate"];
            counts: components["schemas"]["Counts"];
            checks: components["schemas"]["Check"][];
            /** @description One per role that must approve here. */
            approvals: components["schemas"]["Approval"][];
            /** @description Some of it is example data whose dates were moved. */
            redated?: boolean;
        };
        ScorecardRow: {
            subject: components["schemas"]["Subject"];
            title: string;
            owner?: string;
            createdBy?: string;
            /**
             * Format: date-time
             * @description When the version was made.
             */
            createdAt: string;
            aliases?: string[];
            tier?: components["schemas"]["Tier"];
            /**
             * Format: date-time
             * @description When this result came about.
             */
            evaluatedAt: string;
            gate: components["schemas"]["Gate"];
            counts: components["schemas"]["Counts"];
        };
        ScorecardList: {
            items: components["schemas"]["Scorecard"][];
            totalItems: number;
        };
        ScorecardPage: {
            items: components["schemas"]["ScorecardRow"][];
            nextCursor?: string;
            totalItems: number;
        };
        Tool: {
            name: string;
            version: string;
        };
        Producer: {
            issuer?: string;
            sub?: string;
            runUrl?: string;
            commit?: string;
            /** @description Name of the configured producer whose key verified the signature. */
            name?: string;
        };
        EvidenceInput: {
            subject: components["schemas"]["Subject"];
            /** @description Id of a format, or `auto`. */
            format: string;
            /** @description The report when it is JSON. */
            document?: unknown;
            /** @description The report as text. */
            text?: string;
            /**
             * Format: date-time
             * @description For reports that don't say when they were made.
             */
            producedAt?: string;
            producer?: components["schemas"]["Producer"];
            declared?: components["schemas"]["DeclaredContext"];
            /** @description OIDC token of the pipeline that produced the report; verified, and not kept. */
            identityToken?: string;
        };
        /** @description What the sender says of a report, because tools do not. */
        DeclaredContext: {
            toolVersion?: string;
            dataset?: {
                name: string;
                digest?: string;
                split?: string;
                n?: number;
            };
            /** @description Attribute whose groups were compared. */
            attribute?: string;
            /** @description Group that the others are compared with. */
            reference?: string;
            group?: string;
            /** @description Metric that the target is for. */
            primary?: string;
            target?: number;
            higherIsBetter?: boolean;
            /**
             * Format: date-time
             * @description When the database of the scanner was built.
             */
            databaseAt?: string;
            /** @description Features that stand for a protected attribute, or `none`. */
            proxies?: string[];
        };
        EvidenceItem: {
            id: string;
            kind: string;
            format: string;
            tool: components["schemas"]["Tool"];
            trust: components["schemas"]["Trust"];
            /** @description Of the canonical record. */
            digest: string;
            usable: boolean;
            /** @description The report is of a version or schema that its format does not know. */
            invalid?: boolean;
            /** @description Why it proves nothing. */
            problems: string[];
        };
        EvidenceReceipt: {
            items: components["schemas"]["EvidenceItem"][];
        };
        EvidenceMetric: {
            key: string;
            value: number;
            n?: number;
            ci?: components["schemas"]["Interval"];
            slice?: {
                attr?: string;
                group?: string;
                ref?: string;
                n?: number;
                nRef?: number;
            };
        };
        EvidenceRecord: components["schemas"]["EvidenceItem"] & {
            subject: components["schemas"]["Subject"];
            /** Format: date-time */
            producedAt: string;
            /** Format: date-time */
            receivedAt: string;
            /** @description Entity ref of the user or name of the service that handed it in. */
            receivedFrom?: string;
            producer?: components["schemas"]["Producer"];
            dataset?: {
                name: string;
                digest?: string;
                split?: string;
                n?: number;
            };
            metrics: components["schemas"]["EvidenceMetric"][];
            /** @description Facts that are not numbers. */
            claims?: {
                [key: string]: string | number | boolean | string[];
            };
            raw?: {
                digest: string;
                uri?: string;
            };
            /** @description Example data whose dates were moved. */
            redated?: boolean;
            /** Format: date-time */
            originalProducedAt?: string;
        };
        EvidencePage: {
            items: components["schemas"]["EvidenceRecord"][];
            nextCursor?: string;
            totalItems: number;
        };
        /** @enum {string} */
        Decision: "approve" | "reject" | "request_changes";
        ReviewInput: {
            subject: components["schemas"]["Subject"];
            environment: string;
            role: string;
            decision: components["schemas"]["Decision"];
            comment: string;
        };
        Review: {
            id: string;
            subject: components["schemas"]["Subject"];
            environment: string;
            role: string;
            decision: components["schemas"]["Decision"];
            comment: string;
            by: string;
            /** Format: date-time */
            at: string;
            redated?: boolean;
            /** @description A later decision of the same role replaced it. */
            superseded?: boolean;
        };
        ReviewPage: {
            items: components["schemas"]["Review"][];
            nextCursor?: string;
            totalItems: number;
        };
        ReviewRole: {
            name: string;
            groups: string[];
            /** @description Whether the caller holds it. */
            held: boolean;
        };
        RegistrationInput: {
            ref: string;
            tier: components["schemas"]["Tier"];
            purpose: string;
            /** @description Whether the model is made from personal data; when nobody says so it counts as if it were. */
            personalData?: boolean;
        };
        Registration: {
            id: string;
            ref: string;
            tier: components["schemas"]["Tier"];
            purpose: string;
            personalData?: boolean;
            by: string;
            /** Format: date-time */
            at: string;
            redated?: boolean;
        };
        PackRef: {
            id: string;
            version: string;
            digest: string;
        };
        Pack: components["schemas"]["PackRef"] & {
            /** @description How the configured pack was found at the last reading. */
            reading: {
                /** Format: date-time */
                readAt: string;
                /** @description Why the pack that was in force before still is. */
                problems: components["schemas"]["PackProblem"][];
            };
            title: string;
            description?: string;
            checks: {
                id: string;
                area: string;
                title: string;
                rule: string;
                /** @description Kinds of evidence, all of which it needs. */
                evidence: string[];
                /** @description CEL. */
                expr: string;
                controls: string[];
                remedy: string;
            }[];
        };
        PackProblem: {
            /** @description JSON Pointer into the pack. */
            path: string;
            line?: number;
            message: string;
        };
        PackValidation: {
            valid: boolean;
            pack?: components["schemas"]["PackRef"];
            problems: components["schemas"]["PackProblem"][];
            warnings: components["schemas"]["PackProblem"][];
        };
        PackPreview: {
            pack: components["schemas"]["PackRef"];
            /** @description The pack in force. */
            against: components["schemas"]["PackRef"];
            /** @description Versions that were evaluated. */
            versions: number;
            environments: {
                name: string;
                /** @description Open gates that would close. */
                closes: number;
                /** @description Closed gates that would open. */
                opens: number;
                /** @description Versions with any other verdict. */
                changes: number;
            }[];
            items: {
                subject: components["schemas"]["Subject"];
                environment: string;
                gate: {
                    from: components["schemas"]["GateState"];
                    to: components["schemas"]["GateState"];
                };
                /** @description Checks that would close the gate. */
                blockers: string[];
                changes: components["schemas"]["ScorecardChange"][];
            }[];
        };
        ScorecardChange: {
            check: string;
            from?: components["schemas"]["Verdict"];
            to?: components["schemas"]["Verdict"];
            /** @enum {string} */
            cause: "first" | "pack" | "tier" | "evidence" | "age";
        };
        ControlCatalog: {
            version: string;
            frameworks: {
                id: string;
                title: string;
                edition: string;
                url: string;
                controls: {
                    id: string;
                    title: string;
                    /** @description Checks of the pack in force that support it. */
                    checks: string[];
                }[];
            }[];
        };
        DsseEnvelope: {
            /** @description Standard base64. */
            payload: string;
            payloadType: string;
            signatures: {
                keyid?: string;
                sig: string;
            }[];
        };
        AuditEntry: {
            id: string;
            model: string;
            version?: string;
            /** @description Position in the chain of this model. */
            sequence: number;
            /** Format: date-time */
            at: string;
            actor: string;
            /** @enum {string} */
            action: "evidence-received" | "review-created" | "tier-registered" | "version-evaluated" | "gate-changed";
            data: {
                [key: string]: unknown;
            };
            previousHash: string;
            hash: string;
        };
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            nextCursor?: string;
            totalItems: number;
        };
        AuditVerification: {
            ok: boolean;
            /** @description Entries that were checked. */
            entries: number;
            firstBadEntry?: {
                id: string;
                reason: string;
            };
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
        Environment: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getScorecard: {
        parameters: {
            query?: {
                environment?: components["parameters"]["Environment"];
            };
            header?: never;
            path: {
                namespace: string;
                name: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scorecard, evaluated now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scorecard"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listVersionScorecards: {
        parameters: {
            query?: {
                /** @description May be repeated; every configured one unless given. */
                environment?: string[];
            };
            header?: never;
            path: {
                namespace: string;
                name: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One scorecard for each environment, in the order asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getVerdict: {
        parameters: {
            query?: {
                environment?: components["parameters"]["Environment"];
            };
            header?: {
                /** @description ETag of the answer before. */
                "If-None-Match"?: string;
            };
            path: {
                namespace: string;
                name: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DSSE envelope over an in-toto Statement v1 with predicate type https://slsa.dev/verification_summary/v1. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DsseEnvelope"];
                };
            };
            /** @description The verdict is still that of the ETag; nothing was evaluated. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    listScorecards: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
                environment?: components["parameters"]["Environment"];
                /** @description Only versions with at least one check of this verdict. */
                verdict?: components["schemas"]["Verdict"];
                gate?: components["schemas"]["GateState"];
                /** @description Entity ref of the owner, or `none`. */
                owner?: string;
                /** @description Reviewed tier, or `none`. */
                tier?: string;
                /** @description Entity refs of Models; may be repeated. */
                model?: string[];
                /** @description Versions of those Models; may be repeated. */
                version?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listEvidence: {
        parameters: {
            query: {
                /** @description `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
                model: string;
                version: string;
                /** @description Only records of this kind, such as `fairness`. */
                kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of records. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidencePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceInput"];
                "application/vnd.dsse+json": components["schemas"]["DsseEnvelope"];
            };
        };
        responses: {
            /** @description This very document was known. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceReceipt"];
                };
            };
            /** @description Stored. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceReceipt"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    streamEvidence: {
        parameters: {
            query: {
                /** @description Entity ref of the Model. */
                ref: string;
                version: string;
                digest: string;
                format: string;
                producedAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The report itself. */
        requestBody?: {
            content: {
                "application/octet-stream": string;
                "application/sarif+json": string;
            };
        };
        responses: {
            /** @description This very document was known. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceReceipt"];
                };
            };
            /** @description Stored. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceReceipt"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceRecord"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getEvidenceDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes of the report, to be saved, never shown. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listFormats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The formats. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            title: string;
                        }[];
                        totalItems: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listReviews: {
        parameters: {
            query: {
                /** @description `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
                model: string;
                version?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reviews. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createReview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewInput"];
            };
        };
        responses: {
            /** @description Recorded. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The roles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReviewRole"][];
                        totalItems: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationInput"];
            };
        };
        responses: {
            /** @description Recorded; it supersedes the one before. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listPacks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The check packs in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Pack"][];
                        totalItems: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    validatePack: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The pack as YAML. */
                    text: string;
                };
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackValidation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    previewPack: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The pack as YAML. */
                    text: string;
                    /**
                     * @description Most results to name; all are counted.
                     * @default 500
                     */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description What would change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackPreview"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getPackSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schema. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getPackText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                digest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pack as YAML. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listControls: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The frameworks. That a check supports a control is no claim of compliance. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ControlCatalog"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
                model?: string;
                version?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    verifyAudit: {
        parameters: {
            query?: {
                model?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getJwks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON Web Key Set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
}
