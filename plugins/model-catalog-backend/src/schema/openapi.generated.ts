// Generated from openapi.yaml by `yarn openapi`. Edit the document, not this file.
export const spec = {
  "openapi": "3.1.0",
  "info": {
    "title": "model-catalog",
    "version": "1",
    "description": "Models and their versions, read from registries.",
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
        "operationId": "listModels",
        "summary": "One row per model with its latest version and aliases.",
        "parameters": [
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "name": "q",
            "in": "query",
            "description": "Words, or how they begin, in name, title, description or tags.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "source",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "owner",
            "in": "query",
            "description": "Entity ref of the owner, or `none` for models without one.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "task",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "tier",
            "in": "query",
            "description": "Proposed risk tier.",
            "schema": {
              "type": "string",
              "maxLength": 40
            }
          },
          {
            "name": "lifecycle",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 40
            }
          },
          {
            "name": "alias",
            "in": "query",
            "description": "Only models on which this alias is set.",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "license",
            "in": "query",
            "description": "SPDX expression.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "freshness",
            "in": "query",
            "description": "State of the model's source.",
            "schema": {
              "$ref": "#/components/schemas/SourceState"
            }
          },
          {
            "name": "removed",
            "in": "query",
            "description": "Also models that vanished from their source.",
            "schema": {
              "type": "boolean",
              "default": false
            }
          },
          {
            "name": "sort",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "name",
                "-name",
                "owner",
                "-owner",
                "task",
                "-task",
                "tier",
                "-tier",
                "latest",
                "-latest"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of models.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ModelPage"
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
    "/models/facets": {
      "get": {
        "operationId": "getModelFacets",
        "summary": "The values that the filters of `/models` can take, each counted over what the other filters leave.",
        "parameters": [
          {
            "name": "q",
            "in": "query",
            "description": "Words, or how they begin, in name, title, description or tags.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "source",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "owner",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "task",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "tier",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 40
            }
          },
          {
            "name": "lifecycle",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 40
            }
          },
          {
            "name": "alias",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "license",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "freshness",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/SourceState"
            }
          },
          {
            "name": "removed",
            "in": "query",
            "schema": {
              "type": "boolean",
              "default": false
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Values by filter.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ModelFacets"
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
    "/models/{namespace}/{name}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "get": {
        "operationId": "getModel",
        "responses": {
          "200": {
            "description": "The model.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ModelRow"
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
    "/models/{namespace}/{name}/versions": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "get": {
        "operationId": "listVersions",
        "parameters": [
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "name": "sort",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "createdAt",
                "-createdAt"
              ]
            }
          },
          {
            "name": "run",
            "in": "query",
            "description": "Only versions that this run of the registry produced.",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 255
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of versions, newest first unless sorted otherwise.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/VersionPage"
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
    "/models/{namespace}/{name}/versions/{version}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
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
        "operationId": "getVersion",
        "responses": {
          "200": {
            "description": "One version with everything the registry tells.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/VersionDetail"
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
    "/models/{namespace}/{name}/compare": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "get": {
        "operationId": "compareVersions",
        "parameters": [
          {
            "name": "left",
            "in": "query",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "name": "right",
            "in": "query",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "name": "rightModel",
            "in": "query",
            "description": "Entity ref of the model of the right version, when that is another one.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "responses": {
          "200": {
            "description": "What differs between two versions, of one model or of two.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Comparison"
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
    "/models/{namespace}/{name}/aliases": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "get": {
        "operationId": "listAliases",
        "parameters": [
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of where each alias points and pointed, newest first.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AliasHistory"
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
    "/models/{namespace}/{name}/links": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "get": {
        "operationId": "listLinks",
        "summary": "Models of any source that are the same as this one, by digest or by a person's statement.",
        "responses": {
          "200": {
            "description": "The linked models, at most 200.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LinkList"
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
        "operationId": "stateLink",
        "summary": "States that another model is the same as this one.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "ref"
                ],
                "additionalProperties": false,
                "properties": {
                  "ref": {
                    "type": "string",
                    "maxLength": 200,
                    "description": "Entity ref of the other model."
                  },
                  "comment": {
                    "type": "string",
                    "maxLength": 1000
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The link as it is now.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ModelLink"
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
    "/models/{namespace}/{name}/links/{otherNamespace}/{otherName}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        },
        {
          "name": "otherNamespace",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "maxLength": 63
          }
        },
        {
          "name": "otherName",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "maxLength": 63
          }
        }
      ],
      "delete": {
        "operationId": "withdrawLink",
        "summary": "Withdraws a statement; models with the same digest stay linked.",
        "responses": {
          "204": {
            "description": "Nobody states it any more."
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/models/{namespace}/{name}/lineage": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "get": {
        "operationId": "getLineage",
        "parameters": [
          {
            "name": "version",
            "in": "query",
            "description": "Adds this version with its datasets.",
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "name": "depth",
            "in": "query",
            "description": "Steps from the model, up to its base models and down to what was made from it.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 6,
              "default": 3
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Where the model comes from and what came of it.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Lineage"
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
    "/models/{namespace}/{name}/versions/{version}/ml-bom": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Namespace"
        },
        {
          "$ref": "#/components/parameters/Name"
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
        "operationId": "getMlBom",
        "responses": {
          "200": {
            "description": "CycloneDX 1.6 bill of materials of one version.",
            "content": {
              "application/vnd.cyclonedx+json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "bomFormat",
                    "specVersion",
                    "components"
                  ],
                  "properties": {
                    "bomFormat": {
                      "type": "string",
                      "const": "CycloneDX"
                    },
                    "specVersion": {
                      "type": "string",
                      "const": "1.6"
                    },
                    "components": {
                      "type": "array",
                      "items": {
                        "type": "object"
                      }
                    }
                  },
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
    "/removals": {
      "get": {
        "operationId": "listRemovals",
        "summary": "Models and versions that vanished from their source, latest first. The versions of a model that vanished as a whole are not listed one by one.",
        "parameters": [
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "name": "source",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of tombstones.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RemovalPage"
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
    "/conflicts": {
      "get": {
        "operationId": "listConflicts",
        "summary": "Versions of which their source now tells otherwise than is stored, latest first.",
        "parameters": [
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "name": "source",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of open conflicts.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ConflictPage"
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
    "/collisions": {
      "get": {
        "operationId": "listCollisions",
        "summary": "Models that did not get the entity name of their title, because another one has it.",
        "parameters": [
          {
            "$ref": "#/components/parameters/Cursor"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "name": "source",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of models by entity ref.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CollisionPage"
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
                  "$ref": "#/components/schemas/SourceList"
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
    "/sources/{id}/sync": {
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
      "post": {
        "operationId": "syncSource",
        "requestBody": {
          "required": false,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "properties": {
                  "acceptRemovals": {
                    "type": "boolean",
                    "description": "Removes what an earlier run held back, if it is still gone."
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "The sync has started, or one that was running goes on.",
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
    "/sources/{id}/events": {
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
      "post": {
        "operationId": "receiveSourceEvent",
        "summary": "Webhook of a registry: a hint to look, proven by its signature. The body decides nothing.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object"
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "The source is read soon, or has just been told the same.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "accepted"
                  ],
                  "properties": {
                    "accepted": {
                      "type": "boolean",
                      "description": "False for a delivery that came before."
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
    "/sources/{id}/runs/{runId}": {
      "parameters": [
        {
          "name": "id",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "maxLength": 100
          }
        },
        {
          "name": "runId",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "maxLength": 100
          }
        }
      ],
      "get": {
        "operationId": "getSyncRun",
        "responses": {
          "200": {
            "description": "One run of a source.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SyncRun"
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
      "SourceState": {
        "type": "string",
        "enum": [
          "fresh",
          "stale",
          "failed"
        ]
      },
      "DigestKind": {
        "type": "string",
        "enum": [
          "content",
          "vcs",
          "manifest",
          "record"
        ]
      },
      "Aliases": {
        "type": "object",
        "additionalProperties": {
          "type": "string"
        }
      },
      "ModelRow": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "aliases",
          "versionCount",
          "source"
        ],
        "properties": {
          "ref": {
            "type": "string",
            "description": "Entity ref of the Model."
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "type": {
            "type": "string"
          },
          "sourceRef": {
            "type": "string",
            "description": "The item of the source that the model was read from."
          },
          "owner": {
            "type": "string",
            "description": "Entity ref; absent when nobody owns the model."
          },
          "system": {
            "type": "string"
          },
          "task": {
            "type": "string"
          },
          "riskTier": {
            "type": "string",
            "description": "Proposed by the registry; the reviewed tier lives in the scorecard."
          },
          "lifecycle": {
            "type": "string"
          },
          "license": {
            "type": "string",
            "description": "SPDX expression."
          },
          "tags": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "baseModels": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "baseModelTitles": {
            "type": "array",
            "description": "Base models that the registry names by title, such as `meta-llama/Llama-3.1-8B`.",
            "items": {
              "type": "string"
            }
          },
          "datasets": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "latestVersion": {
            "type": "object",
            "required": [
              "version",
              "createdAt"
            ],
            "properties": {
              "version": {
                "type": "string"
              },
              "createdAt": {
                "type": "string",
                "format": "date-time"
              }
            }
          },
          "aliases": {
            "$ref": "#/components/schemas/Aliases"
          },
          "versionCount": {
            "type": "integer"
          },
          "source": {
            "type": "object",
            "required": [
              "id",
              "state"
            ],
            "properties": {
              "id": {
                "type": "string"
              },
              "syncedAt": {
                "type": "string",
                "format": "date-time"
              },
              "state": {
                "$ref": "#/components/schemas/SourceState"
              }
            }
          },
          "tombstone": {
            "$ref": "#/components/schemas/Tombstone"
          }
        }
      },
      "ModelPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ModelRow"
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
      "FacetValue": {
        "type": "object",
        "required": [
          "value",
          "count"
        ],
        "properties": {
          "value": {
            "type": "string"
          },
          "count": {
            "type": "integer"
          }
        }
      },
      "ModelFacets": {
        "type": "object",
        "required": [
          "owner",
          "task",
          "tier",
          "lifecycle",
          "license",
          "source",
          "alias",
          "freshness"
        ],
        "properties": {
          "owner": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FacetValue"
            }
          },
          "task": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FacetValue"
            }
          },
          "tier": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FacetValue"
            }
          },
          "lifecycle": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FacetValue"
            }
          },
          "license": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FacetValue"
            }
          },
          "alias": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FacetValue"
            }
          },
          "freshness": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FacetValue"
            }
          },
          "source": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FacetValue"
            }
          }
        }
      },
      "Metric": {
        "type": "object",
        "required": [
          "name",
          "value"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "value": {
            "type": "number"
          },
          "higherIsBetter": {
            "type": "boolean"
          },
          "dataset": {
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
      "Artifact": {
        "type": "object",
        "required": [
          "uri"
        ],
        "properties": {
          "uri": {
            "type": "string"
          },
          "digest": {
            "type": "string"
          },
          "sizeBytes": {
            "type": "integer"
          },
          "format": {
            "type": "string"
          }
        }
      },
      "Dataset": {
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
          "role": {
            "type": "string"
          }
        }
      },
      "Tombstone": {
        "type": "object",
        "required": [
          "at",
          "reason"
        ],
        "properties": {
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "reason": {
            "type": "string"
          }
        }
      },
      "Conflict": {
        "type": "object",
        "required": [
          "digest",
          "at"
        ],
        "description": "The source now tells otherwise than what was stored first; the stored version stays.",
        "properties": {
          "digest": {
            "type": "string",
            "description": "Digest that the source now gives."
          },
          "at": {
            "type": "string",
            "format": "date-time",
            "description": "When it was first seen."
          },
          "fields": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "What differs."
          },
          "endedAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the source agreed with the store again."
          }
        }
      },
      "VersionRow": {
        "type": "object",
        "required": [
          "version",
          "createdAt",
          "status",
          "aliases",
          "digest",
          "digestKind",
          "metrics"
        ],
        "properties": {
          "version": {
            "type": "string"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "createdBy": {
            "type": "string",
            "description": "Entity ref of who made the version."
          },
          "status": {
            "type": "string",
            "enum": [
              "ready",
              "pending",
              "failed",
              "removed"
            ]
          },
          "stage": {
            "type": "string"
          },
          "aliases": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "digest": {
            "type": "string"
          },
          "digestKind": {
            "$ref": "#/components/schemas/DigestKind"
          },
          "metrics": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Metric"
            }
          },
          "tombstone": {
            "$ref": "#/components/schemas/Tombstone"
          },
          "conflict": {
            "$ref": "#/components/schemas/Conflict"
          }
        }
      },
      "VersionPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/VersionRow"
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
      "VersionDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/VersionRow"
          },
          {
            "type": "object",
            "required": [
              "artifacts",
              "params",
              "datasets",
              "links",
              "source"
            ],
            "properties": {
              "artifacts": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Artifact"
                }
              },
              "params": {
                "type": "object",
                "additionalProperties": {
                  "type": "string"
                }
              },
              "datasets": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Dataset"
                }
              },
              "run": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string",
                    "description": "Native id of the run in the registry."
                  },
                  "url": {
                    "type": "string"
                  },
                  "commit": {
                    "type": "string"
                  }
                }
              },
              "links": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "url",
                    "title"
                  ],
                  "properties": {
                    "url": {
                      "type": "string"
                    },
                    "title": {
                      "type": "string"
                    }
                  }
                }
              },
              "labels": {
                "type": "object",
                "description": "Tags of the registry that the source allows, by key.",
                "additionalProperties": {
                  "type": "string"
                }
              },
              "card": {
                "type": "object",
                "required": [
                  "text"
                ],
                "properties": {
                  "text": {
                    "type": "string",
                    "description": "Untrusted Markdown."
                  }
                }
              },
              "conflicts": {
                "type": "array",
                "description": "Every conflict there was, newest first.",
                "items": {
                  "$ref": "#/components/schemas/Conflict"
                }
              },
              "source": {
                "type": "object",
                "required": [
                  "id",
                  "nativeId"
                ],
                "properties": {
                  "id": {
                    "type": "string"
                  },
                  "nativeId": {
                    "type": "string"
                  },
                  "uri": {
                    "type": "string"
                  }
                }
              }
            }
          }
        ]
      },
      "Comparison": {
        "type": "object",
        "required": [
          "left",
          "right",
          "metrics",
          "params",
          "datasets",
          "artifacts"
        ],
        "properties": {
          "left": {
            "$ref": "#/components/schemas/VersionRow"
          },
          "right": {
            "$ref": "#/components/schemas/VersionRow"
          },
          "metrics": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "left": {
                  "type": "number"
                },
                "right": {
                  "type": "number"
                },
                "change": {
                  "type": "number",
                  "description": "right − left."
                },
                "better": {
                  "type": "string",
                  "enum": [
                    "left",
                    "right"
                  ]
                }
              }
            }
          },
          "params": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Difference"
            }
          },
          "datasets": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Difference"
            }
          },
          "artifacts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Difference"
            }
          },
          "license": {
            "type": "object",
            "description": "Of the models.",
            "properties": {
              "left": {
                "type": "string"
              },
              "right": {
                "type": "string"
              }
            }
          },
          "models": {
            "type": "object",
            "required": [
              "left",
              "right"
            ],
            "properties": {
              "left": {
                "type": "string"
              },
              "right": {
                "type": "string"
              }
            }
          },
          "card": {
            "type": "object",
            "required": [
              "changes",
              "truncated"
            ],
            "properties": {
              "changes": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "kind",
                    "text"
                  ],
                  "properties": {
                    "kind": {
                      "type": "string",
                      "enum": [
                        "same",
                        "added",
                        "removed"
                      ]
                    },
                    "text": {
                      "type": "string",
                      "description": "Untrusted Markdown."
                    }
                  }
                }
              },
              "truncated": {
                "type": "boolean"
              }
            }
          }
        }
      },
      "AliasHistory": {
        "type": "object",
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AliasHistoryEntry"
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
      "AliasHistoryEntry": {
        "type": "object",
        "required": [
          "alias",
          "version",
          "since",
          "by"
        ],
        "properties": {
          "alias": {
            "type": "string"
          },
          "version": {
            "type": "string"
          },
          "since": {
            "type": "string",
            "format": "date-time"
          },
          "until": {
            "type": "string",
            "format": "date-time",
            "description": "Absent while it points there."
          },
          "by": {
            "type": "string",
            "description": "Who told us: `source:<id>`. Registries do not say who moved an alias."
          }
        }
      },
      "LinkList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ModelLink"
            }
          }
        }
      },
      "ModelLink": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "source",
          "versions"
        ],
        "description": "Another model that is the same as this one. Nothing of the two is merged.",
        "properties": {
          "ref": {
            "type": "string",
            "description": "Entity ref of the other model."
          },
          "title": {
            "type": "string"
          },
          "source": {
            "type": "string",
            "description": "Id of its source."
          },
          "versions": {
            "type": "array",
            "description": "Versions with the same digest, newest first, at most 50. Empty where only a person states the link.",
            "items": {
              "type": "object",
              "required": [
                "version",
                "otherVersion",
                "digest",
                "digestKind"
              ],
              "properties": {
                "version": {
                  "type": "string",
                  "description": "Of this model."
                },
                "otherVersion": {
                  "type": "string",
                  "description": "Of the other one."
                },
                "digest": {
                  "type": "string"
                },
                "digestKind": {
                  "$ref": "#/components/schemas/DigestKind"
                }
              }
            }
          },
          "statement": {
            "type": "object",
            "required": [
              "by",
              "at"
            ],
            "properties": {
              "by": {
                "type": "string",
                "description": "Entity ref of who states the link."
              },
              "at": {
                "type": "string",
                "format": "date-time"
              },
              "comment": {
                "type": "string"
              }
            }
          }
        }
      },
      "RemovalPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Removal"
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
      "Removal": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "source",
          "at",
          "reason"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "version": {
            "type": "string",
            "description": "Absent for a whole model."
          },
          "source": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "reason": {
            "type": "string"
          }
        }
      },
      "ConflictPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OpenConflict"
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
      "OpenConflict": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "version",
          "source",
          "digest",
          "sourceDigest",
          "fields",
          "at"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "version": {
            "type": "string"
          },
          "source": {
            "type": "string"
          },
          "digest": {
            "type": "string",
            "description": "As stored; it stays."
          },
          "sourceDigest": {
            "type": "string",
            "description": "As the source now gives it."
          },
          "fields": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "What differs."
          },
          "at": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "CollisionPage": {
        "type": "object",
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Collision"
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
      "Collision": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "source",
          "wantedRef"
        ],
        "properties": {
          "ref": {
            "type": "string",
            "description": "What the model got. It stays."
          },
          "title": {
            "type": "string"
          },
          "source": {
            "type": "string"
          },
          "wantedRef": {
            "type": "string",
            "description": "What its title would give."
          },
          "holder": {
            "type": "object",
            "required": [
              "title",
              "source"
            ],
            "description": "Who has that ref now; absent when nobody does any more, or when you may not read it.",
            "properties": {
              "title": {
                "type": "string"
              },
              "source": {
                "type": "string"
              }
            }
          }
        }
      },
      "Lineage": {
        "type": "object",
        "required": [
          "nodes",
          "edges",
          "truncated"
        ],
        "properties": {
          "nodes": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "kind",
                "label"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "kind": {
                  "type": "string",
                  "enum": [
                    "model",
                    "version",
                    "dataset",
                    "service",
                    "external-model"
                  ]
                },
                "ref": {
                  "type": "string",
                  "description": "Entity ref."
                },
                "label": {
                  "type": "string"
                }
              }
            }
          },
          "edges": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "from",
                "to",
                "type"
              ],
              "properties": {
                "from": {
                  "type": "string"
                },
                "to": {
                  "type": "string"
                },
                "type": {
                  "type": "string"
                }
              }
            }
          },
          "truncated": {
            "type": "boolean",
            "description": "Something is left out beyond the depth or the size of the answer."
          }
        }
      },
      "Difference": {
        "type": "object",
        "required": [
          "name"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "left": {
            "type": "string"
          },
          "right": {
            "type": "string"
          }
        }
      },
      "SourceList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Source"
            }
          }
        }
      },
      "Source": {
        "type": "object",
        "required": [
          "id",
          "type",
          "state",
          "counts"
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
          "lastSuccessAt": {
            "description": "When a run last left nothing unread.",
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
            "description": "Items of the source that were refused; the rest was loaded.",
            "items": {
              "$ref": "#/components/schemas/SourceProblem"
            }
          },
          "counts": {
            "type": "object",
            "required": [
              "models",
              "versions",
              "tombstones",
              "conflicts"
            ],
            "properties": {
              "models": {
                "type": "integer"
              },
              "versions": {
                "type": "integer"
              },
              "tombstones": {
                "type": "integer"
              },
              "conflicts": {
                "type": "integer"
              }
            }
          },
          "heldRemovals": {
            "type": "object",
            "description": "So much vanished at once that somebody has to accept it first.",
            "required": [
              "models",
              "versions"
            ],
            "properties": {
              "models": {
                "type": "integer"
              },
              "versions": {
                "type": "integer"
              }
            }
          },
          "lastRun": {
            "type": "object",
            "required": [
              "startedAt",
              "written"
            ],
            "properties": {
              "startedAt": {
                "type": "string",
                "format": "date-time"
              },
              "durationMs": {
                "type": "integer"
              },
              "written": {
                "type": "integer"
              }
            }
          },
          "nextRunAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the schedule has the next run begin; absent when it only runs by hand. In the past: it is due."
          },
          "isRunning": {
            "type": "boolean",
            "description": "A run is going on now."
          },
          "takesEvents": {
            "type": "boolean",
            "description": "The source's registry may send webhooks."
          }
        }
      },
      "SourceProblem": {
        "type": "object",
        "required": [
          "file",
          "message"
        ],
        "properties": {
          "file": {
            "type": "string"
          },
          "line": {
            "type": "integer"
          },
          "field": {
            "type": "string",
            "description": "JSON Pointer into the item."
          },
          "message": {
            "type": "string"
          },
          "severity": {
            "type": "string",
            "enum": [
              "error",
              "warning"
            ],
            "description": "An error: the item was not read. A warning: it was, with something left out."
          }
        }
      },
      "SyncRun": {
        "type": "object",
        "required": [
          "runId",
          "state",
          "startedAt"
        ],
        "properties": {
          "runId": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "running",
              "succeeded",
              "failed"
            ]
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "durationMs": {
            "type": "integer"
          },
          "written": {
            "type": "integer"
          },
          "error": {
            "type": "string"
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SourceProblem"
            }
          }
        }
      }
    }
  }
};
