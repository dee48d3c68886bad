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
            "schema": {
              "type": "string",
              "enum": [
                "day"
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
            "schema": {
              "type": "string",
              "enum": [
                "csv"
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
          "rounding": {
            "type": "integer",
            "description": "What the source's total says beyond its rounded parts; absent when 0."
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
          "exampleDates"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/SourceState"
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
      "Freshness": {
        "type": "object",
        "required": [
          "sources"
        ],
        "properties": {
          "closedUntil": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Day"
              }
            ],
            "description": "Last day that every source has."
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
          "groups": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CostGroup"
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
          "state"
        ],
        "description": "Amounts are absent where no day of the span is known.",
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
            "description": "Spend without a model label, unmounted volumes and load balancers included."
          },
          "unmounted": {
            "type": "integer",
            "description": "Part of unattributed."
          },
          "idle": {
            "type": "integer"
          },
          "total": {
            "type": "integer",
            "description": "Items + unattributed + idle for a caller who may read every model."
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
      }
    }
  }
};
