// Generated from openapi.yaml by `yarn openapi`. Edit the document, not this file.
export const spec = {
  "openapi": "3.1.0",
  "info": {
    "title": "model-scorecard",
    "version": "1",
    "description": "Evidence, checks, reviews and signed verdicts of model versions.",
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
    "/models/{namespace}/{name}/versions/{version}/scorecard": {
      "parameters": [
        {
          "name": "namespace",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "maxLength": 63
          }
        },
        {
          "name": "name",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "maxLength": 63
          }
        },
        {
          "name": "version",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "maxLength": 255
          }
        }
      ],
      "get": {
        "operationId": "getScorecard",
        "summary": "Every check of a version, its verdict and why.",
        "parameters": [
          {
            "$ref": "#/components/parameters/Environment"
          }
        ],
        "responses": {
          "200": {
            "description": "The scorecard, evaluated now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Scorecard"
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
    "/models/{namespace}/{name}/versions/{version}/scorecards": {
      "parameters": [
        {
          "name": "namespace",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "maxLength": 63
          }
        },
        {
          "name": "name",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "maxLength": 63
          }
        },
        {
          "name": "version",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "maxLength": 255
          }
        }
      ],
      "get": {
        "operationId": "listVersionScorecards",
        "summary": "The scorecards of a version in several environments, evaluated on the same facts.",
        "parameters": [
          {
            "name": "environment",
            "in": "query",
            "description": "May be repeated; every configured one unless given.",
            "schema": {
              "type": "array",
              "minItems": 1,
              "maxItems": 50,
              "items": {
                "type": "string",
                "maxLength": 63,
                "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
              }
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One scorecard for each environment, in the order asked for.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardList"
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
    "/models/{namespace}/{name}/versions/{version}/verdict": {
      "parameters": [
        {
          "name": "namespace",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "maxLength": 63
          }
        },
        {
          "name": "name",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "maxLength": 63
          }
        },
        {
          "name": "version",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "maxLength": 255
          }
        }
      ],
      "get": {
        "operationId": "getVerdict",
        "summary": "The gate as a signed statement.",
        "parameters": [
          {
            "$ref": "#/components/parameters/Environment"
          },
          {
            "name": "If-None-Match",
            "in": "header",
            "description": "ETag of the answer before.",
            "schema": {
              "type": "string",
              "maxLength": 1000
            }
          }
        ],
        "responses": {
          "200": {
            "description": "DSSE envelope over an in-toto Statement v1 with predicate type https://slsa.dev/verification_summary/v1.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DsseEnvelope"
                }
              }
            }
          },
          "304": {
            "description": "The verdict is still that of the ETag; nothing was evaluated."
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/scorecards": {
      "get": {
        "operationId": "listScorecards",
        "summary": "One row per model version under review, newest first.",
        "parameters": [
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Environment"
          },
          {
            "name": "verdict",
            "in": "query",
            "description": "Only versions with at least one check of this verdict.",
            "schema": {
              "$ref": "#/components/schemas/Verdict"
            }
          },
          {
            "name": "gate",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/GateState"
            }
          },
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "description": "Entity ref of the owner, or `none`.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "tier",
            "in": "query",
            "description": "Reviewed tier, or `none`.",
            "schema": {
              "type": "string",
              "maxLength": 40
            }
          },
          {
            "name": "model",
            "in": "query",
            "allowReserved": true,
            "description": "Entity refs of Models; may be repeated.",
            "schema": {
              "type": "array",
              "maxItems": 500,
              "items": {
                "type": "string",
                "maxLength": 200
              }
            }
          },
          {
            "name": "version",
            "in": "query",
            "allowReserved": true,
            "description": "Versions of those Models; may be repeated.",
            "schema": {
              "type": "array",
              "maxItems": 500,
              "items": {
                "type": "string",
                "maxLength": 255
              }
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of rows.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ScorecardPage"
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
    "/evidence": {
      "get": {
        "operationId": "listEvidence",
        "summary": "Every record of a version, newest first.",
        "parameters": [
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "name": "model",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "version",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "name": "kind",
            "in": "query",
            "description": "Only records of this kind, such as `fairness`.",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of records.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EvidencePage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createEvidence",
        "summary": "Hands in a report about one version; a report that is known changes nothing.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/EvidenceInput"
              }
            },
            "application/vnd.dsse+json": {
              "schema": {
                "$ref": "#/components/schemas/DsseEnvelope"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "This very document was known.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EvidenceReceipt"
                }
              }
            }
          },
          "201": {
            "description": "Stored.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EvidenceReceipt"
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
    "/evidence/stream": {
      "post": {
        "operationId": "streamEvidence",
        "summary": "Hands in a large report, which is read piece by piece; only formats such as `sarif`.",
        "parameters": [
          {
            "name": "ref",
            "in": "query",
            "required": true,
            "description": "Entity ref of the Model.",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200
            }
          },
          {
            "name": "version",
            "in": "query",
            "required": true,
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255
            }
          },
          {
            "name": "digest",
            "in": "query",
            "required": true,
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200
            }
          },
          {
            "name": "format",
            "in": "query",
            "required": true,
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 100
            }
          },
          {
            "name": "producedAt",
            "in": "query",
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          }
        ],
        "requestBody": {
          "description": "The report itself.",
          "content": {
            "application/octet-stream": {
              "schema": {
                "type": "string",
                "format": "binary"
              }
            },
            "application/sarif+json": {
              "schema": {
                "type": "string",
                "format": "binary"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "This very document was known.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EvidenceReceipt"
                }
              }
            }
          },
          "201": {
            "description": "Stored.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EvidenceReceipt"
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
    "/evidence/{id}": {
      "get": {
        "operationId": "getEvidence",
        "summary": "One canonical record; ids of reviews and registrations answer too.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The record.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EvidenceRecord"
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
    "/evidence/{id}/document": {
      "get": {
        "operationId": "getEvidenceDocument",
        "summary": "The report as it was handed in.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The bytes of the report, to be saved, never shown.",
            "content": {
              "application/octet-stream": {
                "schema": {
                  "type": "string",
                  "format": "binary"
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
    "/formats": {
      "get": {
        "operationId": "listFormats",
        "summary": "Formats of evidence that the intake knows.",
        "responses": {
          "200": {
            "description": "The formats.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": [
                          "id",
                          "title"
                        ],
                        "properties": {
                          "id": {
                            "type": "string"
                          },
                          "title": {
                            "type": "string"
                          }
                        }
                      }
                    },
                    "totalItems": {
                      "type": "integer"
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
    "/reviews": {
      "get": {
        "operationId": "listReviews",
        "summary": "Decisions of people about a version, newest first.",
        "parameters": [
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "name": "model",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "version",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of reviews.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReviewPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createReview",
        "summary": "Decides about a version for an environment; a later decision of the same role supersedes.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ReviewInput"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Recorded.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Review"
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
    "/roles": {
      "get": {
        "operationId": "listRoles",
        "summary": "Roles in which people review, and which of them the caller holds.",
        "responses": {
          "200": {
            "description": "The roles.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ReviewRole"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
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
    "/registrations": {
      "post": {
        "operationId": "createRegistration",
        "summary": "Registers the reviewed risk tier and the purpose of a model.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RegistrationInput"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Recorded; it supersedes the one before.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Registration"
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
    "/packs": {
      "get": {
        "operationId": "listPacks",
        "responses": {
          "200": {
            "description": "The check packs in force.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Pack"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
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
    "/packs/validate": {
      "post": {
        "operationId": "validatePack",
        "summary": "Checks and lints a check pack; stores nothing.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "text"
                ],
                "properties": {
                  "text": {
                    "type": "string",
                    "maxLength": 500000,
                    "description": "The pack as YAML."
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What was found.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PackValidation"
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
    "/packs/preview": {
      "post": {
        "operationId": "previewPack",
        "summary": "What another check pack would do to every version that the caller may read; stores nothing.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "text"
                ],
                "properties": {
                  "text": {
                    "type": "string",
                    "maxLength": 500000,
                    "description": "The pack as YAML."
                  },
                  "limit": {
                    "type": "integer",
                    "minimum": 0,
                    "maximum": 5000,
                    "default": 500,
                    "description": "Most results to name; all are counted."
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What would change.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PackPreview"
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
    "/packs/schema": {
      "get": {
        "operationId": "getPackSchema",
        "summary": "JSON schema of check packs, for editors.",
        "responses": {
          "200": {
            "description": "The schema.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "additionalProperties": true
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
    "/packs/{digest}": {
      "get": {
        "operationId": "getPackText",
        "summary": "A check pack that is or was in force, so that old statements can be read.",
        "parameters": [
          {
            "name": "digest",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 80
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The pack as YAML.",
            "content": {
              "application/yaml": {
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
    "/controls": {
      "get": {
        "operationId": "listControls",
        "summary": "Frameworks and the controls that checks support.",
        "responses": {
          "200": {
            "description": "The frameworks. That a check supports a control is no claim of compliance.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ControlCatalog"
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
    "/audit": {
      "get": {
        "operationId": "listAudit",
        "summary": "The record of who did what, newest first.",
        "parameters": [
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "name": "model",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "version",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of entries.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AuditPage"
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
    "/audit/verify": {
      "get": {
        "operationId": "verifyAudit",
        "summary": "Whether every chain holds, and every record still is what was entered.",
        "parameters": [
          {
            "name": "model",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AuditVerification"
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
    "/.well-known/jwks.json": {
      "get": {
        "operationId": "getJwks",
        "summary": "Public keys of the signed verdicts; needs no token.",
        "responses": {
          "200": {
            "description": "A JSON Web Key Set.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "keys"
                  ],
                  "properties": {
                    "keys": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "additionalProperties": true
                      }
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
    }
  },
  "components": {
    "parameters": {
      "Cursor": {
        "name": "cursor",
        "in": "query",
        "description": "`nextCursor` of the page before.",
        "schema": {
          "type": "string",
          "maxLength": 1000
        }
      },
      "Limit": {
        "name": "limit",
        "in": "query",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 500,
          "default": 50
        }
      },
      "Environment": {
        "name": "environment",
        "in": "query",
        "schema": {
          "type": "string",
          "maxLength": 63,
          "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",
          "default": "prod"
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
      "Verdict": {
        "type": "string",
        "enum": [
          "pass",
          "fail",
          "no_evidence",
          "insufficient",
          "stale",
          "invalid",
          "error",
          "waived",
          "not_applicable"
        ]
      },
      "GateState": {
        "type": "string",
        "enum": [
          "open",
          "closed"
        ]
      },
      "Severity": {
        "type": "string",
        "enum": [
          "blocker",
          "waivable"
        ]
      },
      "Tier": {
        "type": "string",
        "enum": [
          "prohibited",
          "high",
          "limited",
          "minimal",
          "general"
        ]
      },
      "Trust": {
        "type": "string",
        "enum": [
          "signed",
          "oidc",
          "manual"
        ]
      },
      "Subject": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ref",
          "version",
          "digest"
        ],
        "properties": {
          "ref": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200,
            "description": "Entity ref of the Model."
          },
          "version": {
            "type": "string",
            "minLength": 1,
            "maxLength": 255
          },
          "digest": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          }
        }
      },
      "Gate": {
        "type": "object",
        "required": [
          "environment",
          "state",
          "blockers"
        ],
        "properties": {
          "environment": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/GateState"
          },
          "blockers": {
            "type": "array",
            "description": "Ids of the checks that close it.",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "Counts": {
        "type": "object",
        "description": "Number of checks by verdict; verdicts that none has are absent.",
        "properties": {
          "pass": {
            "type": "integer"
          },
          "fail": {
            "type": "integer"
          },
          "no_evidence": {
            "type": "integer"
          },
          "insufficient": {
            "type": "integer"
          },
          "stale": {
            "type": "integer"
          },
          "invalid": {
            "type": "integer"
          },
          "error": {
            "type": "integer"
          },
          "waived": {
            "type": "integer"
          },
          "not_applicable": {
            "type": "integer"
          }
        }
      },
      "Interval": {
        "type": "object",
        "required": [
          "low",
          "high"
        ],
        "properties": {
          "low": {
            "type": "number"
          },
          "high": {
            "type": "number"
          },
          "level": {
            "type": "number"
          },
          "method": {
            "type": "string"
          }
        }
      },
      "Bound": {
        "type": "object",
        "description": "What the interval must stay within; an open side is absent.",
        "properties": {
          "low": {
            "type": "number"
          },
          "high": {
            "type": "number"
          }
        }
      },
      "Slice": {
        "type": "object",
        "required": [
          "metric",
          "value"
        ],
        "properties": {
          "metric": {
            "type": "string"
          },
          "attr": {
            "type": "string"
          },
          "group": {
            "type": "string"
          },
          "ref": {
            "type": "string",
            "description": "Group that it is compared with."
          },
          "value": {
            "type": "number"
          },
          "interval": {
            "$ref": "#/components/schemas/Interval"
          },
          "n": {
            "type": "integer"
          },
          "nRef": {
            "type": "integer"
          },
          "worst": {
            "type": "boolean",
            "description": "The slice whose edge comes closest to the bound or lies furthest beyond it."
          }
        }
      },
      "Check": {
        "type": "object",
        "required": [
          "id",
          "area",
          "title",
          "rule",
          "severity",
          "verdict",
          "reason",
          "evidence",
          "controls",
          "remedy"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "area": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "rule": {
            "type": "string",
            "description": "The rule in words."
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "verdict": {
            "$ref": "#/components/schemas/Verdict"
          },
          "reason": {
            "type": "string"
          },
          "metric": {
            "type": "string",
            "description": "Name of the metric that `value` belongs to."
          },
          "value": {
            "type": "number",
            "description": "Value of the worst slice, or of the whole where there are no slices."
          },
          "interval": {
            "$ref": "#/components/schemas/Interval"
          },
          "bound": {
            "$ref": "#/components/schemas/Bound"
          },
          "n": {
            "type": "integer"
          },
          "slices": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Slice"
            }
          },
          "evidence": {
            "type": "array",
            "description": "Ids for `/evidence/{id}`.",
            "items": {
              "type": "string"
            }
          },
          "producedAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the oldest of the evidence was produced."
          },
          "age": {
            "type": "integer",
            "description": "Seconds between `producedAt` and the evaluation."
          },
          "maxAge": {
            "type": "integer",
            "description": "Seconds after which the evidence is stale."
          },
          "trust": {
            "$ref": "#/components/schemas/Trust",
            "description": "The least trusted of the evidence."
          },
          "runs": {
            "type": "integer",
            "description": "Records of this kind that were handed in for this version; the check rests on one of them."
          },
          "redated": {
            "type": "boolean",
            "description": "The evidence is example data whose dates were moved."
          },
          "controls": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "remedy": {
            "type": "string",
            "description": "What to do when it doesn't pass."
          }
        }
      },
      "Approval": {
        "type": "object",
        "required": [
          "role"
        ],
        "properties": {
          "role": {
            "type": "string"
          },
          "review": {
            "type": "string",
            "description": "Id of the decision that counts; absent while the role has not decided."
          },
          "decision": {
            "$ref": "#/components/schemas/Decision"
          },
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "Scorecard": {
        "type": "object",
        "required": [
          "subject",
          "pack",
          "evaluatedAt",
          "gate",
          "counts",
          "checks",
          "approvals"
        ],
        "properties": {
          "subject": {
            "$ref": "#/components/schemas/Subject"
          },
          "pack": {
            "$ref": "#/components/schemas/PackRef"
          },
          "evaluatedAt": {
            "type": "string",
            "format": "date-time"
          },
          "tier": {
            "$ref": "#/components/schemas/Tier",
            "description": "Reviewed tier; absent while nobody registered one."
          },
          "gate": {
            "$ref": "#/components/schemas/Gate"
          },
          "counts": {
            "$ref": "#/components/schemas/Counts"
          },
          "checks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Check"
            }
          },
          "approvals": {
            "type": "array",
            "description": "One per role that must approve here.",
            "items": {
              "$ref": "#/components/schemas/Approval"
            }
          },
          "redated": {
            "type": "boolean",
            "description": "Some of it is example data whose dates were moved."
          }
        }
      },
      "ScorecardRow": {
        "type": "object",
        "required": [
          "subject",
          "title",
          "evaluatedAt",
          "createdAt",
          "gate",
          "counts"
        ],
        "properties": {
          "subject": {
            "$ref": "#/components/schemas/Subject"
          },
          "title": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "createdBy": {
            "type": "string"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the version was made."
          },
          "aliases": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "tier": {
            "$ref": "#/components/schemas/Tier"
          },
          "evaluatedAt": {
            "type": "string",
            "format": "date-time",
            "description": "When this result came about."
          },
          "gate": {
            "$ref": "#/components/schemas/Gate"
          },
          "counts": {
            "$ref": "#/components/schemas/Counts"
          }
        }
      },
      "ScorecardList": {
        "type": "object",
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Scorecard"
            }
          },
          "totalItems": {
            "type": "integer"
          }
        }
      },
      "ScorecardPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ScorecardRow"
            }
          },
          "nextCursor": {
            "type": "string"
          },
          "totalItems": {
            "type": "integer"
          }
        }
      },
      "Tool": {
        "type": "object",
        "required": [
          "name",
          "version"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "version": {
            "type": "string"
          }
        }
      },
      "Producer": {
        "type": "object",
        "properties": {
          "issuer": {
            "type": "string",
            "maxLength": 500
          },
          "sub": {
            "type": "string",
            "maxLength": 500
          },
          "runUrl": {
            "type": "string",
            "maxLength": 2000
          },
          "commit": {
            "type": "string",
            "maxLength": 100
          },
          "name": {
            "type": "string",
            "maxLength": 200,
            "description": "Name of the configured producer whose key verified the signature."
          }
        }
      },
      "EvidenceInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "subject",
          "format"
        ],
        "properties": {
          "subject": {
            "$ref": "#/components/schemas/Subject"
          },
          "format": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100,
            "description": "Id of a format, or `auto`."
          },
          "document": {
            "description": "The report when it is JSON."
          },
          "text": {
            "type": "string",
            "description": "The report as text."
          },
          "producedAt": {
            "type": "string",
            "format": "date-time",
            "description": "For reports that don't say when they were made."
          },
          "producer": {
            "$ref": "#/components/schemas/Producer"
          },
          "declared": {
            "$ref": "#/components/schemas/DeclaredContext"
          },
          "identityToken": {
            "type": "string",
            "maxLength": 16384,
            "description": "OIDC token of the pipeline that produced the report; verified, and not kept."
          }
        }
      },
      "DeclaredContext": {
        "type": "object",
        "additionalProperties": false,
        "description": "What the sender says of a report, because tools do not.",
        "properties": {
          "toolVersion": {
            "type": "string",
            "maxLength": 100
          },
          "dataset": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "name"
            ],
            "properties": {
              "name": {
                "type": "string",
                "minLength": 1,
                "maxLength": 200
              },
              "digest": {
                "type": "string",
                "maxLength": 200
              },
              "split": {
                "type": "string",
                "maxLength": 100
              },
              "n": {
                "type": "integer",
                "minimum": 0
              }
            }
          },
          "attribute": {
            "type": "string",
            "maxLength": 200,
            "description": "Attribute whose groups were compared."
          },
          "reference": {
            "type": "string",
            "maxLength": 200,
            "description": "Group that the others are compared with."
          },
          "group": {
            "type": "string",
            "maxLength": 200
          },
          "primary": {
            "type": "string",
            "maxLength": 200,
            "description": "Metric that the target is for."
          },
          "target": {
            "type": "number"
          },
          "higherIsBetter": {
            "type": "boolean"
          },
          "databaseAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the database of the scanner was built."
          },
          "proxies": {
            "type": "array",
            "maxItems": 200,
            "description": "Features that stand for a protected attribute, or `none`.",
            "items": {
              "type": "string",
              "maxLength": 200
            }
          }
        }
      },
      "EvidenceItem": {
        "type": "object",
        "required": [
          "id",
          "kind",
          "format",
          "tool",
          "trust",
          "digest",
          "usable",
          "problems"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "format": {
            "type": "string"
          },
          "tool": {
            "$ref": "#/components/schemas/Tool"
          },
          "trust": {
            "$ref": "#/components/schemas/Trust"
          },
          "digest": {
            "type": "string",
            "description": "Of the canonical record."
          },
          "usable": {
            "type": "boolean"
          },
          "invalid": {
            "type": "boolean",
            "description": "The report is of a version or schema that its format does not know."
          },
          "problems": {
            "type": "array",
            "description": "Why it proves nothing.",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "EvidenceReceipt": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EvidenceItem"
            }
          }
        }
      },
      "EvidenceMetric": {
        "type": "object",
        "required": [
          "key",
          "value"
        ],
        "properties": {
          "key": {
            "type": "string"
          },
          "value": {
            "type": "number"
          },
          "n": {
            "type": "integer"
          },
          "ci": {
            "$ref": "#/components/schemas/Interval"
          },
          "slice": {
            "type": "object",
            "properties": {
              "attr": {
                "type": "string"
              },
              "group": {
                "type": "string"
              },
              "ref": {
                "type": "string"
              },
              "n": {
                "type": "integer"
              },
              "nRef": {
                "type": "integer"
              }
            }
          }
        }
      },
      "EvidenceRecord": {
        "allOf": [
          {
            "$ref": "#/components/schemas/EvidenceItem"
          },
          {
            "type": "object",
            "required": [
              "subject",
              "producedAt",
              "receivedAt",
              "metrics"
            ],
            "properties": {
              "subject": {
                "$ref": "#/components/schemas/Subject"
              },
              "producedAt": {
                "type": "string",
                "format": "date-time"
              },
              "receivedAt": {
                "type": "string",
                "format": "date-time"
              },
              "receivedFrom": {
                "type": "string",
                "description": "Entity ref of the user or name of the service that handed it in."
              },
              "producer": {
                "$ref": "#/components/schemas/Producer"
              },
              "dataset": {
                "type": "object",
                "required": [
                  "name"
                ],
                "properties": {
                  "name": {
                    "type": "string"
                  },
                  "digest": {
                    "type": "string"
                  },
                  "split": {
                    "type": "string"
                  },
                  "n": {
                    "type": "integer"
                  }
                }
              },
              "metrics": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/EvidenceMetric"
                }
              },
              "claims": {
                "type": "object",
                "description": "Facts that are not numbers.",
                "additionalProperties": {
                  "oneOf": [
                    {
                      "type": "string"
                    },
                    {
                      "type": "number"
                    },
                    {
                      "type": "boolean"
                    },
                    {
                      "type": "array",
                      "items": {
                        "type": "string"
                      }
                    }
                  ]
                }
              },
              "raw": {
                "type": "object",
                "required": [
                  "digest"
                ],
                "properties": {
                  "digest": {
                    "type": "string"
                  },
                  "uri": {
                    "type": "string"
                  }
                }
              },
              "redated": {
                "type": "boolean",
                "description": "Example data whose dates were moved."
              },
              "originalProducedAt": {
                "type": "string",
                "format": "date-time"
              }
            }
          }
        ]
      },
      "EvidencePage": {
        "type": "object",
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EvidenceRecord"
            }
          },
          "nextCursor": {
            "type": "string"
          },
          "totalItems": {
            "type": "integer"
          }
        }
      },
      "Decision": {
        "type": "string",
        "enum": [
          "approve",
          "reject",
          "request_changes"
        ]
      },
      "ReviewInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "subject",
          "environment",
          "role",
          "decision",
          "comment"
        ],
        "properties": {
          "subject": {
            "$ref": "#/components/schemas/Subject"
          },
          "environment": {
            "type": "string",
            "maxLength": 63,
            "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
          },
          "role": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          },
          "decision": {
            "$ref": "#/components/schemas/Decision"
          },
          "comment": {
            "type": "string",
            "minLength": 1,
            "maxLength": 10000
          }
        }
      },
      "Review": {
        "type": "object",
        "required": [
          "id",
          "subject",
          "environment",
          "role",
          "decision",
          "comment",
          "by",
          "at"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "subject": {
            "$ref": "#/components/schemas/Subject"
          },
          "environment": {
            "type": "string"
          },
          "role": {
            "type": "string"
          },
          "decision": {
            "$ref": "#/components/schemas/Decision"
          },
          "comment": {
            "type": "string"
          },
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "redated": {
            "type": "boolean"
          },
          "superseded": {
            "type": "boolean",
            "description": "A later decision of the same role replaced it."
          }
        }
      },
      "ReviewPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Review"
            }
          },
          "nextCursor": {
            "type": "string"
          },
          "totalItems": {
            "type": "integer"
          }
        }
      },
      "ReviewRole": {
        "type": "object",
        "required": [
          "name",
          "groups",
          "held"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "groups": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "held": {
            "type": "boolean",
            "description": "Whether the caller holds it."
          }
        }
      },
      "RegistrationInput": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ref",
          "tier",
          "purpose"
        ],
        "properties": {
          "ref": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "tier": {
            "$ref": "#/components/schemas/Tier"
          },
          "purpose": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          },
          "personalData": {
            "type": "boolean",
            "description": "Whether the model is made from personal data; when nobody says so it counts as if it were."
          }
        }
      },
      "Registration": {
        "type": "object",
        "required": [
          "id",
          "ref",
          "tier",
          "purpose",
          "by",
          "at"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "ref": {
            "type": "string"
          },
          "tier": {
            "$ref": "#/components/schemas/Tier"
          },
          "purpose": {
            "type": "string"
          },
          "personalData": {
            "type": "boolean"
          },
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "redated": {
            "type": "boolean"
          }
        }
      },
      "PackRef": {
        "type": "object",
        "required": [
          "id",
          "version",
          "digest"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "version": {
            "type": "string"
          },
          "digest": {
            "type": "string"
          }
        }
      },
      "Pack": {
        "allOf": [
          {
            "$ref": "#/components/schemas/PackRef"
          },
          {
            "type": "object",
            "required": [
              "title",
              "checks",
              "reading"
            ],
            "properties": {
              "reading": {
                "type": "object",
                "description": "How the configured pack was found at the last reading.",
                "required": [
                  "readAt",
                  "problems"
                ],
                "properties": {
                  "readAt": {
                    "type": "string",
                    "format": "date-time"
                  },
                  "problems": {
                    "type": "array",
                    "description": "Why the pack that was in force before still is.",
                    "items": {
                      "$ref": "#/components/schemas/PackProblem"
                    }
                  }
                }
              },
              "title": {
                "type": "string"
              },
              "description": {
                "type": "string"
              },
              "checks": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "id",
                    "area",
                    "title",
                    "rule",
                    "evidence",
                    "expr",
                    "controls",
                    "remedy"
                  ],
                  "properties": {
                    "id": {
                      "type": "string"
                    },
                    "area": {
                      "type": "string"
                    },
                    "title": {
                      "type": "string"
                    },
                    "rule": {
                      "type": "string"
                    },
                    "evidence": {
                      "type": "array",
                      "description": "Kinds of evidence, all of which it needs.",
                      "items": {
                        "type": "string"
                      }
                    },
                    "expr": {
                      "type": "string",
                      "description": "CEL."
                    },
                    "controls": {
                      "type": "array",
                      "items": {
                        "type": "string"
                      }
                    },
                    "remedy": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          }
        ]
      },
      "PackProblem": {
        "type": "object",
        "required": [
          "path",
          "message"
        ],
        "properties": {
          "path": {
            "type": "string",
            "description": "JSON Pointer into the pack."
          },
          "line": {
            "type": "integer"
          },
          "message": {
            "type": "string"
          }
        }
      },
      "PackValidation": {
        "type": "object",
        "required": [
          "valid",
          "problems",
          "warnings"
        ],
        "properties": {
          "valid": {
            "type": "boolean"
          },
          "pack": {
            "$ref": "#/components/schemas/PackRef"
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PackProblem"
            }
          },
          "warnings": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PackProblem"
            }
          }
        }
      },
      "PackPreview": {
        "type": "object",
        "required": [
          "pack",
          "against",
          "versions",
          "environments",
          "items"
        ],
        "properties": {
          "pack": {
            "$ref": "#/components/schemas/PackRef"
          },
          "against": {
            "$ref": "#/components/schemas/PackRef",
            "description": "The pack in force."
          },
          "versions": {
            "type": "integer",
            "description": "Versions that were evaluated."
          },
          "environments": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "closes",
                "opens",
                "changes"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "closes": {
                  "type": "integer",
                  "description": "Open gates that would close."
                },
                "opens": {
                  "type": "integer",
                  "description": "Closed gates that would open."
                },
                "changes": {
                  "type": "integer",
                  "description": "Versions with any other verdict."
                }
              }
            }
          },
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "subject",
                "environment",
                "gate",
                "blockers",
                "changes"
              ],
              "properties": {
                "subject": {
                  "$ref": "#/components/schemas/Subject"
                },
                "environment": {
                  "type": "string"
                },
                "gate": {
                  "type": "object",
                  "required": [
                    "from",
                    "to"
                  ],
                  "properties": {
                    "from": {
                      "$ref": "#/components/schemas/GateState"
                    },
                    "to": {
                      "$ref": "#/components/schemas/GateState"
                    }
                  }
                },
                "blockers": {
                  "type": "array",
                  "description": "Checks that would close the gate.",
                  "items": {
                    "type": "string"
                  }
                },
                "changes": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/ScorecardChange"
                  }
                }
              }
            }
          }
        }
      },
      "ScorecardChange": {
        "type": "object",
        "required": [
          "check",
          "cause"
        ],
        "properties": {
          "check": {
            "type": "string"
          },
          "from": {
            "$ref": "#/components/schemas/Verdict"
          },
          "to": {
            "$ref": "#/components/schemas/Verdict"
          },
          "cause": {
            "type": "string",
            "enum": [
              "first",
              "pack",
              "tier",
              "evidence",
              "age"
            ]
          }
        }
      },
      "ControlCatalog": {
        "type": "object",
        "required": [
          "version",
          "frameworks"
        ],
        "properties": {
          "version": {
            "type": "string"
          },
          "frameworks": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "title",
                "edition",
                "url",
                "controls"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "edition": {
                  "type": "string"
                },
                "url": {
                  "type": "string"
                },
                "controls": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "id",
                      "title",
                      "checks"
                    ],
                    "properties": {
                      "id": {
                        "type": "string"
                      },
                      "title": {
                        "type": "string"
                      },
                      "checks": {
                        "type": "array",
                        "description": "Checks of the pack in force that support it.",
                        "items": {
                          "type": "string"
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      },
      "DsseEnvelope": {
        "type": "object",
        "required": [
          "payload",
          "payloadType",
          "signatures"
        ],
        "properties": {
          "payload": {
            "type": "string",
            "description": "Standard base64."
          },
          "payloadType": {
            "type": "string"
          },
          "signatures": {
            "type": "array",
            "minItems": 1,
            "maxItems": 20,
            "items": {
              "type": "object",
              "required": [
                "sig"
              ],
              "properties": {
                "keyid": {
                  "type": "string"
                },
                "sig": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "AuditEntry": {
        "type": "object",
        "required": [
          "id",
          "model",
          "sequence",
          "at",
          "actor",
          "action",
          "data",
          "previousHash",
          "hash"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "model": {
            "type": "string"
          },
          "version": {
            "type": "string"
          },
          "sequence": {
            "type": "integer",
            "description": "Position in the chain of this model."
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "actor": {
            "type": "string"
          },
          "action": {
            "type": "string",
            "enum": [
              "evidence-received",
              "review-created",
              "tier-registered",
              "version-evaluated",
              "gate-changed"
            ]
          },
          "data": {
            "type": "object",
            "additionalProperties": true
          },
          "previousHash": {
            "type": "string"
          },
          "hash": {
            "type": "string"
          }
        }
      },
      "AuditPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AuditEntry"
            }
          },
          "nextCursor": {
            "type": "string"
          },
          "totalItems": {
            "type": "integer"
          }
        }
      },
      "AuditVerification": {
        "type": "object",
        "required": [
          "ok",
          "entries"
        ],
        "properties": {
          "ok": {
            "type": "boolean"
          },
          "entries": {
            "type": "integer",
            "description": "Entries that were checked."
          },
          "firstBadEntry": {
            "type": "object",
            "required": [
              "id",
              "reason"
            ],
            "properties": {
              "id": {
                "type": "string"
              },
              "reason": {
                "type": "string"
              }
            }
          }
        }
      }
    }
  }
};
