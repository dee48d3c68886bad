// Generated from openapi.yaml by `yarn openapi`. Edit the document, not this file.
export const spec = {
  "openapi": "3.1.0",
  "info": {
    "title": "model-delivery",
    "version": "1",
    "description": "Plans of GitOps repositories, embedded Git, and the inference services declared in it.",
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
    "/plans": {
      "post": {
        "operationId": "createPlan",
        "summary": "Pure preview of a repository. Writes nothing; the same question has the same answer.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ServiceInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The files, what speaks for and against them, and what they will cost.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Plan"
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
    "/services": {
      "get": {
        "operationId": "listServices",
        "summary": "The inference services whose model the caller may read.",
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
            "description": "Entity ref of a Model.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "description": "Entity ref of the owner.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "q",
            "in": "query",
            "description": "Part of the name.",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of services, by name.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ServicePage"
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
        "operationId": "deliverService",
        "summary": "Plans the service and commits the environments whose gate is open. Sent again, it changes nothing that is already so.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ServiceInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The service was known; `changed` says whether a commit was needed.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Delivery"
                }
              }
            }
          },
          "201": {
            "description": "The service is new.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Delivery"
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
    "/services/{name}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/ServiceName"
        }
      ],
      "get": {
        "operationId": "getService",
        "responses": {
          "200": {
            "description": "Declared and observed state per environment.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Service"
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
    "/services/{name}/files": {
      "parameters": [
        {
          "$ref": "#/components/parameters/ServiceName"
        }
      ],
      "get": {
        "operationId": "listFiles",
        "summary": "What the main branch of the repository holds.",
        "responses": {
          "200": {
            "description": "Files by path.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FileList"
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
    "/services/{name}/files/content": {
      "parameters": [
        {
          "$ref": "#/components/parameters/ServiceName"
        }
      ],
      "get": {
        "operationId": "getFile",
        "parameters": [
          {
            "name": "path",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1000
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One file of the main branch.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FileContent"
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
    "/services/{name}/commits": {
      "parameters": [
        {
          "$ref": "#/components/parameters/ServiceName"
        }
      ],
      "get": {
        "operationId": "listCommits",
        "parameters": [
          {
            "$ref": "#/components/parameters/Limit"
          }
        ],
        "responses": {
          "200": {
            "description": "The newest commits of the main branch.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CommitList"
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
    "/reindex": {
      "post": {
        "operationId": "reindex",
        "summary": "Rebuilds the index of services from Git.",
        "requestBody": {
          "required": false,
          "content": {
            "application/json": {
              "schema": {
                "type": "object"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the index holds now, and the repositories that could not be read.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReindexResult"
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
      "ServiceName": {
        "name": "name",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 100
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
      "ServiceInput": {
        "type": "object",
        "description": "The wish for an inference service. Its fields are checked by the planner, which names each one that is wrong.",
        "required": [
          "name",
          "owner",
          "model",
          "runtime",
          "environments",
          "costCenter",
          "repository"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "owner": {
            "type": "string",
            "description": "Entity ref of a group or user."
          },
          "system": {
            "type": "string"
          },
          "model": {
            "type": "object",
            "required": [
              "ref",
              "version"
            ],
            "properties": {
              "ref": {
                "type": "string",
                "description": "Entity ref of the Model."
              },
              "version": {
                "type": "string",
                "description": "A version, never an alias."
              }
            }
          },
          "runtime": {
            "type": "object",
            "required": [
              "kind"
            ],
            "properties": {
              "kind": {
                "type": "string"
              },
              "mode": {
                "type": "string"
              }
            }
          },
          "image": {
            "type": "string",
            "description": "Pinned by digest."
          },
          "environments": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EnvironmentInput"
            }
          },
          "controller": {
            "type": "string"
          },
          "policies": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "costCenter": {
            "type": "string"
          },
          "tenant": {
            "type": "string"
          },
          "env": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "labels": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "annotations": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "repository": {
            "type": "object",
            "required": [
              "name"
            ],
            "properties": {
              "name": {
                "type": "string"
              }
            }
          }
        }
      },
      "EnvironmentInput": {
        "type": "object",
        "required": [
          "name",
          "namespace"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "resources": {
            "type": "object",
            "additionalProperties": true
          },
          "scaling": {
            "type": "object",
            "additionalProperties": true
          },
          "rollout": {
            "type": "object",
            "additionalProperties": true
          }
        }
      },
      "Finding": {
        "type": "object",
        "required": [
          "severity",
          "message"
        ],
        "properties": {
          "severity": {
            "type": "string",
            "enum": [
              "error",
              "warning",
              "info"
            ]
          },
          "field": {
            "type": "string",
            "description": "JSON Pointer into the input."
          },
          "check": {
            "type": "string",
            "description": "Id of the check that closes the gate."
          },
          "message": {
            "type": "string"
          }
        }
      },
      "PlanFile": {
        "type": "object",
        "required": [
          "path",
          "content"
        ],
        "properties": {
          "path": {
            "type": "string"
          },
          "content": {
            "type": "string"
          },
          "mode": {
            "type": "string",
            "description": "Git file mode."
          }
        }
      },
      "Estimate": {
        "type": "object",
        "required": [
          "currency",
          "perEnvironment"
        ],
        "properties": {
          "currency": {
            "type": "string"
          },
          "perEnvironment": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "low",
                "expected",
                "high",
                "basis"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "low": {
                  "type": "integer",
                  "description": "Micros per month."
                },
                "expected": {
                  "type": "integer",
                  "description": "Micros per month."
                },
                "high": {
                  "type": "integer",
                  "description": "Micros per month."
                },
                "basis": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "Plan": {
        "type": "object",
        "required": [
          "digest",
          "files",
          "findings",
          "environments",
          "entityRef",
          "repositoryUrl",
          "cloneUrl"
        ],
        "properties": {
          "digest": {
            "type": "string"
          },
          "files": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlanFile"
            }
          },
          "findings": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Finding"
            }
          },
          "environments": {
            "type": "array",
            "description": "Environments whose overlay is among the files.",
            "items": {
              "type": "string"
            }
          },
          "entityRef": {
            "type": "string",
            "description": "Component that the service will be."
          },
          "repositoryUrl": {
            "type": "string"
          },
          "cloneUrl": {
            "type": "string"
          },
          "estimate": {
            "$ref": "#/components/schemas/Estimate"
          }
        }
      },
      "DeclaredState": {
        "type": "object",
        "required": [
          "version",
          "digest",
          "commit",
          "at",
          "by"
        ],
        "properties": {
          "version": {
            "type": "string"
          },
          "digest": {
            "type": "string"
          },
          "image": {
            "type": "string"
          },
          "commit": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "by": {
            "type": "string",
            "description": "Entity ref of the author",
            "or the author as Git names it.": null
          }
        }
      },
      "ObservedState": {
        "type": "object",
        "required": [
          "state"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "synced",
              "progressing",
              "degraded",
              "drifted",
              "unknown"
            ]
          },
          "reason": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "ServiceEnvironment": {
        "type": "object",
        "required": [
          "name",
          "declared",
          "observed"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "declared": {
            "$ref": "#/components/schemas/DeclaredState"
          },
          "observed": {
            "$ref": "#/components/schemas/ObservedState"
          }
        }
      },
      "Service": {
        "type": "object",
        "required": [
          "name",
          "entityRef",
          "model",
          "owner",
          "repository",
          "repositoryUrl",
          "cloneUrl",
          "commit",
          "environments"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "model": {
            "type": "string",
            "description": "Entity ref of the Model that the service serves."
          },
          "owner": {
            "type": "string",
            "description": "Entity ref."
          },
          "system": {
            "type": "string"
          },
          "repository": {
            "type": "string",
            "description": "Name of the repository."
          },
          "repositoryUrl": {
            "type": "string",
            "description": "Where a person looks at it."
          },
          "cloneUrl": {
            "type": "string",
            "description": "What `git clone` takes."
          },
          "commit": {
            "type": "string",
            "description": "Head of the main branch."
          },
          "environments": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ServiceEnvironment"
            }
          }
        }
      },
      "ServicePage": {
        "type": "object",
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Service"
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
      "Delivery": {
        "type": "object",
        "required": [
          "service",
          "repositoryUrl",
          "cloneUrl",
          "entityRef",
          "commit",
          "created",
          "changed",
          "findings",
          "environments"
        ],
        "properties": {
          "service": {
            "type": "string"
          },
          "repositoryUrl": {
            "type": "string"
          },
          "cloneUrl": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "commit": {
            "type": "string"
          },
          "created": {
            "type": "boolean",
            "description": "Whether the service is new."
          },
          "changed": {
            "type": "boolean",
            "description": "Whether this call made a commit."
          },
          "findings": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Finding"
            }
          },
          "environments": {
            "type": "array",
            "description": "Environments in Git now.",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "FileList": {
        "type": "object",
        "required": [
          "commit",
          "items",
          "totalItems"
        ],
        "properties": {
          "commit": {
            "type": "string"
          },
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "path",
                "sizeBytes"
              ],
              "properties": {
                "path": {
                  "type": "string"
                },
                "sizeBytes": {
                  "type": "integer"
                }
              }
            }
          },
          "totalItems": {
            "type": "integer"
          }
        }
      },
      "FileContent": {
        "type": "object",
        "required": [
          "path",
          "commit",
          "sizeBytes"
        ],
        "properties": {
          "path": {
            "type": "string"
          },
          "commit": {
            "type": "string"
          },
          "sizeBytes": {
            "type": "integer"
          },
          "content": {
            "type": "string",
            "description": "Untrusted text; absent when the file is binary or too large to show."
          }
        }
      },
      "CommitList": {
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
                "commit",
                "at",
                "by",
                "message"
              ],
              "properties": {
                "commit": {
                  "type": "string"
                },
                "at": {
                  "type": "string",
                  "format": "date-time"
                },
                "by": {
                  "type": "string"
                },
                "message": {
                  "type": "string",
                  "description": "Untrusted text."
                }
              }
            }
          },
          "totalItems": {
            "type": "integer"
          }
        }
      },
      "ReindexResult": {
        "type": "object",
        "required": [
          "services",
          "problems"
        ],
        "properties": {
          "services": {
            "type": "integer"
          },
          "problems": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "repository",
                "message"
              ],
              "properties": {
                "repository": {
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
  }
};
