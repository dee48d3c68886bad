// Generated from openapi.yaml by `yarn openapi`. Edit the document, not this file.
export const spec = {
  "openapi": "3.1.0",
  "info": {
    "title": "model-cost",
    "version": "1",
    "description": "What models cost, per closed day in UTC. Amounts are integer millionths (micros) of the `currency` named in the answer.",
    "license": {
      "name": "Apache-2.0",
      "url": "https://www.apache.org/licenses/LICENSE-2.0"
    }
  },
  "servers": [
    {
      "url": "/"
    }
  ],
  "paths": {
    "/models": {
      "get": {
        "operationId": "listModelCosts",
        "summary": "Cost of the models asked for, those the caller may read; one item a model.",
        "parameters": [
          {
            "name": "ref",
            "in": "query",
            "required": true,
            "description": "Entity refs of Models.",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "minItems": 1,
              "maxItems": 100,
              "items": {
                "type": "string",
                "maxLength": 200
              }
            }
          },
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          }
        ],
        "responses": {
          "200": {
            "description": "Totals and days of each model.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ModelCostList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/models/{namespace}/{name}/cost": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "get": {
        "operationId": "getModelCost",
        "summary": "Cost of one model per day and group.",
        "parameters": [
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/GroupBy"
          },
          {
            "name": "step",
            "in": "query",
            "description": "Default `day`. Weeks begin on Monday, months on the first.",
            "schema": {
              "type": "string",
              "enum": [
                "day",
                "week",
                "month"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Series, totals, components, coverage and freshness.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ModelCost"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/models/{namespace}/{name}/cost.csv": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "get": {
        "operationId": "getModelCostCsv",
        "summary": "The same as CSV, one line per day and group.",
        "parameters": [
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "$ref": "#/components/parameters/GroupBy"
          }
        ],
        "responses": {
          "200": {
            "description": "Amounts are decimals of the currency, with six places.",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/models/{namespace}/{name}/unit-costs": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "get": {
        "operationId": "getUnitCosts",
        "summary": "Cost of serving per 1,000 requests and per million tokens, with volumes.",
        "parameters": [
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "name": "groupBy",
            "in": "query",
            "description": "Default `none`.",
            "schema": {
              "type": "string",
              "enum": [
                "none",
                "version",
                "environment",
                "service",
                "tenant"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One group for the whole model, or one per label value.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/UnitCosts"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/summary": {
      "get": {
        "operationId": "getSummary",
        "summary": "Spend of the whole estate by one dimension. Needs `model-cost.summary.read`.",
        "parameters": [
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "name": "groupBy",
            "in": "query",
            "description": "Default `model`.",
            "schema": {
              "type": "string",
              "enum": [
                "owner",
                "model",
                "version",
                "service",
                "environment",
                "tenant",
                "cost-center"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Groups, and what belongs to no group.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CostSummary"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/showback": {
      "get": {
        "operationId": "getShowback",
        "summary": "Spend of the whole estate for accounting. Needs `model-cost.summary.read`.",
        "parameters": [
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "name": "format",
            "in": "query",
            "description": "Default `csv`: one line per set of labels over the span. `focus`: FinOps FOCUS, one line per day and set of labels.",
            "schema": {
              "type": "string",
              "enum": [
                "csv",
                "focus"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One line per cost center, owner, tenant, model, version, service and environment; then what no model carries.",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/unlabelled": {
      "get": {
        "operationId": "listUnlabelled",
        "summary": "What no model can be told for, the most expensive first. Needs `model-cost.summary.read`.",
        "parameters": [
          {
            "$ref": "#/components/parameters/From"
          },
          {
            "$ref": "#/components/parameters/To"
          },
          {
            "name": "cursor",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 500
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 200,
              "default": 50
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of workloads.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/UnlabelledPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/sources/{id}/backfill": {
      "parameters": [
        {
          "$ref": "#/components/parameters/SourceId"
        }
      ],
      "post": {
        "operationId": "backfillSource",
        "summary": "Reads days again. Needs `model-cost.source.administer`.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "from"
                ],
                "properties": {
                  "from": {
                    "$ref": "#/components/schemas/Day"
                  },
                  "to": {
                    "allOf": [
                      {
                        "$ref": "#/components/schemas/Day"
                      }
                    ],
                    "description": "Included. Default: the last closed day."
                  },
                  "acceptIncomplete": {
                    "type": "boolean",
                    "description": "Books days that look incomplete as they are."
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "It is queued, and begins when those before it are done.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "runId"
                  ],
                  "properties": {
                    "runId": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/sources/{id}/backfills": {
      "parameters": [
        {
          "$ref": "#/components/parameters/SourceId"
        }
      ],
      "get": {
        "operationId": "listBackfills",
        "summary": "The latest twenty backfills of a source. Needs `model-cost.source.administer`.",
        "responses": {
          "200": {
            "description": "The latest first.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BackfillList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/sources/{id}/backfills/{runId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/SourceId"
        },
        {
          "$ref": "#/components/parameters/RunId"
        }
      ],
      "get": {
        "operationId": "getBackfill",
        "summary": "How far a backfill is. Needs `model-cost.source.administer`.",
        "responses": {
          "200": {
            "description": "One backfill.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Backfill"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/sources/{id}/backfills/{runId}/stop": {
      "parameters": [
        {
          "$ref": "#/components/parameters/SourceId"
        },
        {
          "$ref": "#/components/parameters/RunId"
        }
      ],
      "post": {
        "operationId": "stopBackfill",
        "summary": "Stops a backfill after the day it is at. Needs `model-cost.source.administer`.",
        "responses": {
          "202": {
            "description": "What is booked stays.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Backfill"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/sources": {
      "get": {
        "operationId": "listSources",
        "responses": {
          "200": {
            "description": "Every configured source, its health and freshness.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CostSourceList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    }
  },
  "components": {
    "parameters": {
      "Namespace": {
        "name": "namespace",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 63
        }
      },
      "Name": {
        "name": "name",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 63
        }
      },
      "SourceId": {
        "name": "id",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 63
        }
      },
      "RunId": {
        "name": "runId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 36
        }
      },
      "From": {
        "name": "from",
        "in": "query",
        "description": "First day, UTC. Default 29 days before `to`.",
        "schema": {
          "type": "string",
          "pattern": "^\\d{4}-\\d{2}-\\d{2}$"
        }
      },
      "To": {
        "name": "to",
        "in": "query",
        "description": "Last day, UTC, included. Default yesterday.",
        "schema": {
          "type": "string",
          "pattern": "^\\d{4}-\\d{2}-\\d{2}$"
        }
      },
      "GroupBy": {
        "name": "groupBy",
        "in": "query",
        "description": "Default `version`.",
        "schema": {
          "type": "string",
          "enum": [
            "version",
            "environment",
            "service",
            "tenant",
            "owner",
            "cost-center",
            "activity",
            "component",
            "none"
          ]
        }
      }
    },
    "responses": {
      "Error": {
        "description": "Backstage's error shape; bad input names its fields.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      }
    },
    "schemas": {
      "Error": {
        "type": "object",
        "required": [
          "error"
        ],
        "properties": {
          "error": {
            "type": "object",
            "required": [
              "name",
              "message"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "message": {
                "type": "string"
              },
              "fields": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "path",
                    "message"
                  ],
                  "properties": {
                    "path": {
                      "type": "string"
                    },
                    "message": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          }
        }
      },
      "Day": {
        "type": "string",
        "description": "Day in UTC, `YYYY-MM-DD`.",
        "pattern": "^\\d{4}-\\d{2}-\\d{2}$"
      },
      "DayState": {
        "type": "string",
        "enum": [
          "ok",
          "missing",
          "failed"
        ],
        "description": "ok = every source has the day; missing = a source has nothing for it; failed = a source's day can't be read."
      },
      "PerDay": {
        "type": "array",
        "description": "Micros per day of `days`; null where nothing of the group ran or nothing is known.",
        "items": {
          "type": [
            "integer",
            "null"
          ]
        }
      },
      "Components": {
        "type": "object",
        "required": [
          "cpu",
          "ram",
          "gpu",
          "storage",
          "network",
          "loadBalancer",
          "shared",
          "external"
        ],
        "properties": {
          "cpu": {
            "type": "integer"
          },
          "ram": {
            "type": "integer"
          },
          "gpu": {
            "type": "integer"
          },
          "storage": {
            "type": "integer"
          },
          "network": {
            "type": "integer"
          },
          "loadBalancer": {
            "type": "integer"
          },
          "shared": {
            "type": "integer"
          },
          "external": {
            "type": "integer"
          },
          "idle": {
            "type": "integer",
            "description": "A share of idle capacity; absent unless the allocation rule spreads it."
          },
          "rounding": {
            "type": "integer",
            "description": "What the source's total says beyond its rounded parts; absent when 0."
          }
        }
      },
      "Measures": {
        "type": "object",
        "description": "What is known beside the cost, over the span; absent where no row tells it. Hours and GiB are numbers with six places, amounts micros.",
        "properties": {
          "cpuCoreHours": {
            "type": "number",
            "description": "Set aside: the greater of requested and used."
          },
          "ramGibHours": {
            "type": "number",
            "description": "Set aside."
          },
          "gpuHours": {
            "type": "number",
            "description": "Requested."
          },
          "gpuHoursUsed": {
            "type": "number",
            "description": "Busy, of the hours measured."
          },
          "gpuHoursMeasured": {
            "type": "number",
            "description": "Requested hours whose use is known."
          },
          "storageGibHours": {
            "type": "number"
          },
          "networkGib": {
            "type": "number"
          },
          "measured": {
            "type": "integer",
            "description": "Cost of CPU and memory whose use is known."
          },
          "unused": {
            "type": "integer",
            "description": "Part of it that was set aside and not used."
          },
          "gpuApproximate": {
            "type": "integer",
            "description": "Cost of GPUs that are slices or shared, and so only approximate."
          }
        }
      },
      "AllocationRule": {
        "type": "object",
        "required": [
          "idle",
          "shared"
        ],
        "description": "How cost that nobody caused alone is borne. `separate`: it stands apart. `proportional`: it is part of the cost of what ran.",
        "properties": {
          "idle": {
            "type": "string",
            "enum": [
              "separate",
              "proportional"
            ]
          },
          "shared": {
            "type": "string",
            "enum": [
              "separate",
              "proportional"
            ]
          }
        }
      },
      "Notice": {
        "type": "object",
        "required": [
          "sourceId",
          "message",
          "days"
        ],
        "description": "What a source says about figures of the span.",
        "properties": {
          "sourceId": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "days": {
            "type": "integer",
            "description": "On how many days."
          }
        }
      },
      "CostGroup": {
        "type": "object",
        "required": [
          "key",
          "total",
          "perDay",
          "components"
        ],
        "properties": {
          "key": {
            "type": "string",
            "description": "Value of the label; `__unallocated__` where the label is missing; `total` for groupBy none."
          },
          "total": {
            "type": "integer"
          },
          "perDay": {
            "$ref": "#/components/schemas/PerDay"
          },
          "components": {
            "$ref": "#/components/schemas/Components"
          },
          "measures": {
            "$ref": "#/components/schemas/Measures"
          }
        }
      },
      "Coverage": {
        "type": "object",
        "required": [
          "attributed",
          "grade"
        ],
        "description": "Share of what all sources spent in the span, idle excluded, that carries a model label.",
        "properties": {
          "attributed": {
            "type": "number"
          },
          "grade": {
            "type": "string",
            "enum": [
              "A",
              "B",
              "C",
              "D"
            ],
            "description": "A from 0.9, B from 0.75, C from 0.5."
          }
        }
      },
      "SourceFreshness": {
        "type": "object",
        "required": [
          "id",
          "state",
          "exampleDates",
          "provides"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/SourceState"
          },
          "provides": {
            "$ref": "#/components/schemas/Provides"
          },
          "closedUntil": {
            "$ref": "#/components/schemas/Day"
          },
          "exampleDates": {
            "type": "boolean",
            "description": "Recorded days were moved so that they end yesterday."
          }
        }
      },
      "Provides": {
        "type": "array",
        "items": {
          "type": "string",
          "enum": [
            "cost",
            "usage"
          ]
        }
      },
      "Freshness": {
        "type": "object",
        "required": [
          "sources"
        ],
        "properties": {
          "grade": {
            "type": "string",
            "enum": [
              "A",
              "B",
              "C",
              "D"
            ],
            "description": "By days that closedUntil is behind: A 2 at most, B 4, C 8. Absent where a source has no day yet."
          },
          "closedUntil": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Day"
              }
            ],
            "description": "Last day that every source of cost has."
          },
          "checkedAt": {
            "type": "string",
            "format": "date-time"
          },
          "sources": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SourceFreshness"
            }
          }
        }
      },
      "ModelCost": {
        "type": "object",
        "required": [
          "currency",
          "from",
          "to",
          "days",
          "state",
          "groups",
          "measures",
          "allocation",
          "notices",
          "freshness"
        ],
        "properties": {
          "currency": {
            "type": "string"
          },
          "from": {
            "$ref": "#/components/schemas/Day"
          },
          "to": {
            "$ref": "#/components/schemas/Day"
          },
          "days": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Day"
            },
            "description": "Days of the span, or the first day of each week or month in it."
          },
          "state": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DayState"
            },
            "description": "The worst of a week or month."
          },
          "groups": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CostGroup"
            }
          },
          "measures": {
            "$ref": "#/components/schemas/Measures"
          },
          "allocation": {
            "$ref": "#/components/schemas/AllocationRule"
          },
          "notices": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Notice"
            }
          },
          "total": {
            "type": "integer",
            "description": "Absent where no day of the span is known."
          },
          "previousTotal": {
            "type": "integer",
            "description": "The same number of days before; absent unless all of them are ok."
          },
          "coverage": {
            "$ref": "#/components/schemas/Coverage"
          },
          "freshness": {
            "$ref": "#/components/schemas/Freshness"
          }
        }
      },
      "ModelCostRow": {
        "type": "object",
        "required": [
          "ref",
          "perDay"
        ],
        "properties": {
          "ref": {
            "type": "string",
            "description": "Entity ref of the Model."
          },
          "total": {
            "type": "integer",
            "description": "Absent where no day of the span is known."
          },
          "previousTotal": {
            "type": "integer",
            "description": "The same number of days before; absent unless all of them are ok."
          },
          "perDay": {
            "$ref": "#/components/schemas/PerDay"
          }
        }
      },
      "ModelCostList": {
        "type": "object",
        "required": [
          "currency",
          "from",
          "to",
          "days",
          "state",
          "items",
          "totalItems",
          "freshness"
        ],
        "properties": {
          "currency": {
            "type": "string"
          },
          "from": {
            "$ref": "#/components/schemas/Day"
          },
          "to": {
            "$ref": "#/components/schemas/Day"
          },
          "days": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Day"
            }
          },
          "state": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DayState"
            }
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ModelCostRow"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "freshness": {
            "$ref": "#/components/schemas/Freshness"
          }
        }
      },
      "SummaryItem": {
        "type": "object",
        "required": [
          "key",
          "total"
        ],
        "properties": {
          "key": {
            "type": "string",
            "description": "Value of the label (for groupBy version `<model>:<version>`); `__unallocated__` where the label is missing."
          },
          "ref": {
            "type": "string",
            "description": "Entity ref of the Model that the label means; groupBy model and version only."
          },
          "total": {
            "type": "integer"
          },
          "change": {
            "type": "integer",
            "description": "Total minus the total of as many days before; absent unless all days of both spans are ok."
          }
        }
      },
      "Reconciliation": {
        "type": "object",
        "required": [
          "days"
        ],
        "properties": {
          "sourceTotal": {
            "type": "integer",
            "description": "What the source bills for nodes, plus network, storage, load balancers, shared and external cost as allocated. Absent without asset records."
          },
          "difference": {
            "type": "integer",
            "description": "Booked total of the same days minus sourceTotal."
          },
          "days": {
            "type": "integer",
            "description": "Number of days of the span that have asset records."
          }
        }
      },
      "CostSummary": {
        "type": "object",
        "required": [
          "currency",
          "from",
          "to",
          "items",
          "totalItems",
          "reconciliation",
          "freshness",
          "state",
          "scope",
          "allocation",
          "notices"
        ],
        "description": "Amounts are absent where no day of the span is known. For a caller who may not read every model (`scope` is `readable`) the total is that of the items, and nothing is told of the rest.",
        "properties": {
          "scope": {
            "type": "string",
            "enum": [
              "all",
              "readable"
            ]
          },
          "allocation": {
            "$ref": "#/components/schemas/AllocationRule"
          },
          "notices": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Notice"
            }
          },
          "currency": {
            "type": "string"
          },
          "from": {
            "$ref": "#/components/schemas/Day"
          },
          "to": {
            "$ref": "#/components/schemas/Day"
          },
          "state": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DayState"
            }
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SummaryItem"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "unattributed": {
            "type": "integer",
            "description": "Spend that no model can be told for, shared pools, unmounted volumes and load balancers included."
          },
          "unmounted": {
            "type": "integer",
            "description": "Part of unattributed."
          },
          "shared": {
            "type": "integer",
            "description": "Part of unattributed that the shared pools cost."
          },
          "idle": {
            "type": "integer"
          },
          "total": {
            "type": "integer",
            "description": "Items + unattributed + idle."
          },
          "reconciliation": {
            "$ref": "#/components/schemas/Reconciliation"
          },
          "coverage": {
            "$ref": "#/components/schemas/Coverage"
          },
          "freshness": {
            "$ref": "#/components/schemas/Freshness"
          }
        }
      },
      "SourceState": {
        "type": "string",
        "enum": [
          "fresh",
          "stale",
          "failed"
        ]
      },
      "CostSource": {
        "type": "object",
        "required": [
          "id",
          "type",
          "state",
          "provides",
          "exampleDates",
          "currency",
          "counts",
          "problems"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "type": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/SourceState"
          },
          "provides": {
            "$ref": "#/components/schemas/Provides"
          },
          "currency": {
            "type": "string"
          },
          "exampleDates": {
            "type": "boolean",
            "description": "Recorded days were moved so that they end yesterday."
          },
          "shiftDays": {
            "type": "integer",
            "description": "By how many days; absent when none were moved."
          },
          "firstDay": {
            "$ref": "#/components/schemas/Day"
          },
          "closedUntil": {
            "$ref": "#/components/schemas/Day"
          },
          "checkedAt": {
            "type": "string",
            "format": "date-time"
          },
          "lastError": {
            "type": "object",
            "required": [
              "at",
              "message"
            ],
            "properties": {
              "at": {
                "type": "string",
                "format": "date-time"
              },
              "message": {
                "type": "string"
              }
            }
          },
          "problems": {
            "type": "array",
            "description": "Days that could not be booked as ok, the latest first, at most 20.",
            "items": {
              "type": "object",
              "required": [
                "day",
                "state",
                "message"
              ],
              "properties": {
                "day": {
                  "$ref": "#/components/schemas/Day"
                },
                "state": {
                  "$ref": "#/components/schemas/DayState"
                },
                "message": {
                  "type": "string"
                }
              }
            }
          },
          "counts": {
            "type": "object",
            "required": [
              "ok",
              "missing",
              "failed"
            ],
            "properties": {
              "ok": {
                "type": "integer"
              },
              "missing": {
                "type": "integer"
              },
              "failed": {
                "type": "integer"
              }
            }
          }
        }
      },
      "CostSourceList": {
        "type": "object",
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CostSource"
            }
          },
          "totalItems": {
            "type": "integer"
          }
        }
      },
      "UnitCost": {
        "type": "object",
        "required": [
          "minimumVolume"
        ],
        "properties": {
          "amount": {
            "type": "integer",
            "description": "Micros per `per` units; absent with a reason."
          },
          "volume": {
            "type": "integer",
            "description": "Of the days that count."
          },
          "minimumVolume": {
            "type": "integer"
          },
          "reason": {
            "type": "string",
            "enum": [
              "no_usage",
              "no_volume",
              "below_minimum",
              "no_cost"
            ],
            "description": "Why there is no amount."
          }
        }
      },
      "UnitCostGroup": {
        "type": "object",
        "required": [
          "key",
          "days",
          "per1000Requests",
          "perMillionTokens"
        ],
        "properties": {
          "key": {
            "type": "string"
          },
          "days": {
            "type": "integer",
            "description": "Days with both cost and usage; only they count."
          },
          "cost": {
            "type": "integer",
            "description": "Of serving on these days."
          },
          "requests": {
            "type": "integer"
          },
          "failedRequests": {
            "type": "integer"
          },
          "promptTokens": {
            "type": "integer"
          },
          "generatedTokens": {
            "type": "integer"
          },
          "latencySeconds": {
            "type": "object",
            "description": "The worst day of the span, by quantile.",
            "properties": {
              "p50": {
                "type": "number"
              },
              "p95": {
                "type": "number"
              },
              "p99": {
                "type": "number"
              }
            }
          },
          "gpu": {
            "type": "object",
            "required": [
              "cost"
            ],
            "description": "Requested GPUs and their use; absent where there was none.",
            "properties": {
              "cost": {
                "type": "integer"
              },
              "approximate": {
                "type": "integer",
                "description": "Part of the cost that is of shared GPUs or slices."
              },
              "hours": {
                "type": "number",
                "description": "Requested."
              },
              "hoursUsed": {
                "type": "number",
                "description": "Busy; absent where nothing measures it, which is not idle."
              }
            }
          },
          "per1000Requests": {
            "$ref": "#/components/schemas/UnitCost"
          },
          "perMillionTokens": {
            "$ref": "#/components/schemas/UnitCost"
          }
        }
      },
      "UnitCosts": {
        "type": "object",
        "required": [
          "currency",
          "from",
          "to",
          "groups",
          "freshness"
        ],
        "properties": {
          "currency": {
            "type": "string"
          },
          "from": {
            "$ref": "#/components/schemas/Day"
          },
          "to": {
            "$ref": "#/components/schemas/Day"
          },
          "days": {
            "type": "integer",
            "description": "Days of the span."
          },
          "groups": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/UnitCostGroup"
            }
          },
          "freshness": {
            "$ref": "#/components/schemas/Freshness"
          }
        }
      },
      "UnlabelledWorkload": {
        "type": "object",
        "required": [
          "sourceId",
          "kind",
          "cluster",
          "namespace",
          "controllerKind",
          "controller",
          "total",
          "days",
          "lastDay"
        ],
        "properties": {
          "sourceId": {
            "type": "string"
          },
          "kind": {
            "type": "string",
            "enum": [
              "workload",
              "shared",
              "unmounted"
            ],
            "description": "Shared = it belongs to a pool that serves everybody."
          },
          "cluster": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "controllerKind": {
            "type": "string"
          },
          "controller": {
            "type": "string"
          },
          "service": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "pool": {
            "type": "string",
            "description": "Name of the shared pool."
          },
          "total": {
            "type": "integer"
          },
          "days": {
            "type": "integer"
          },
          "lastDay": {
            "$ref": "#/components/schemas/Day"
          }
        }
      },
      "UnlabelledPage": {
        "type": "object",
        "required": [
          "currency",
          "from",
          "to",
          "items",
          "totalItems"
        ],
        "properties": {
          "currency": {
            "type": "string"
          },
          "from": {
            "$ref": "#/components/schemas/Day"
          },
          "to": {
            "$ref": "#/components/schemas/Day"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/UnlabelledWorkload"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "Backfill": {
        "type": "object",
        "required": [
          "runId",
          "sourceId",
          "state",
          "isStopping",
          "from",
          "to",
          "days",
          "daysDone",
          "written",
          "failed",
          "requestedBy",
          "requestedAt"
        ],
        "properties": {
          "runId": {
            "type": "string"
          },
          "sourceId": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "queued",
              "running",
              "succeeded",
              "failed",
              "stopped"
            ]
          },
          "isStopping": {
            "type": "boolean"
          },
          "from": {
            "$ref": "#/components/schemas/Day"
          },
          "to": {
            "$ref": "#/components/schemas/Day"
          },
          "acceptIncomplete": {
            "type": "boolean"
          },
          "days": {
            "type": "integer",
            "description": "Days of the span."
          },
          "daysDone": {
            "type": "integer",
            "description": "Days behind it, the latest first; days the source has nothing of included."
          },
          "written": {
            "type": "integer",
            "description": "Days that changed."
          },
          "failed": {
            "type": "integer",
            "description": "Days that can't be read."
          },
          "message": {
            "type": "string",
            "description": "Why it failed."
          },
          "requestedBy": {
            "type": "string"
          },
          "requestedAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "BackfillList": {
        "type": "object",
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Backfill"
            }
          },
          "totalItems": {
            "type": "integer"
          }
        }
      }
    }
  }
};
