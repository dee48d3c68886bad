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
        "parameters": [
          {
            "name": "mode",
            "in": "query",
            "description": "With `write` it is what `POST /services` would write now, without environments whose gate is closed, and for those who may.",
            "schema": {
              "type": "string",
              "enum": [
                "preview",
                "write"
              ],
              "default": "preview"
            }
          }
        ],
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
          },
          {
            "name": "name",
            "in": "query",
            "description": "Names of services; may be repeated.",
            "schema": {
              "type": "array",
              "maxItems": 100,
              "items": {
                "type": "string",
                "maxLength": 63
              }
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
        "x-generated-from": "model-delivery-common/src/input/serviceInputSchema.ts",
        "x-checked-by-handler": true,
        "type": "object",
        "description": "What a service should be. Its fields are checked by the planner, which names each one that is wrong.",
        "properties": {
          "name": {
            "type": "string",
            "description": "Name of the service, its Component and its objects."
          },
          "description": {
            "type": "string"
          },
          "owner": {
            "type": "string",
            "description": "Entity ref of a group or user."
          },
          "system": {
            "description": "Entity ref of a System.",
            "type": "string"
          },
          "model": {
            "type": "object",
            "properties": {
              "ref": {
                "type": "string",
                "description": "Entity ref of the Model."
              },
              "version": {
                "type": "string",
                "description": "A version, never an alias."
              }
            },
            "required": [
              "ref",
              "version"
            ],
            "additionalProperties": false
          },
          "runtime": {
            "type": "object",
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "kserve",
                  "kserve-llm",
                  "knative",
                  "deployment",
                  "retraining-job",
                  "batch-inference"
                ]
              },
              "mode": {
                "description": "Only for \"kserve\"; standard when absent.",
                "type": "string",
                "enum": [
                  "standard",
                  "knative"
                ]
              }
            },
            "required": [
              "kind"
            ],
            "additionalProperties": false
          },
          "image": {
            "description": "Pinned by digest.",
            "type": "string"
          },
          "serving": {
            "description": "Port and paths of the form's own image.",
            "type": "object",
            "properties": {
              "port": {
                "description": "8080 when absent.",
                "type": "integer",
                "minimum": -9007199254740991,
                "maximum": 9007199254740991
              },
              "healthPath": {
                "description": "Answers 2xx when the model is loaded; only the port is probed when absent.",
                "type": "string"
              },
              "metricsPath": {
                "description": "\"/metrics\" when absent.",
                "type": "string"
              }
            },
            "additionalProperties": false
          },
          "job": {
            "description": "What a job does, and when.",
            "type": "object",
            "properties": {
              "trigger": {
                "description": "Only for \"retraining-job\": weekly when absent.",
                "oneOf": [
                  {
                    "type": "object",
                    "properties": {
                      "kind": {
                        "type": "string",
                        "const": "schedule"
                      },
                      "cron": {
                        "type": "string",
                        "description": "Five fields, as in crontab."
                      },
                      "timeZone": {
                        "description": "Name of the tz database; UTC when absent.",
                        "type": "string"
                      },
                      "engine": {
                        "type": "string",
                        "enum": [
                          "cronjob",
                          "argo-workflows"
                        ]
                      }
                    },
                    "required": [
                      "kind",
                      "cron"
                    ],
                    "additionalProperties": false
                  },
                  {
                    "type": "object",
                    "properties": {
                      "kind": {
                        "type": "string",
                        "const": "kafka"
                      },
                      "bootstrapServers": {
                        "type": "string",
                        "description": "\"host:port\", several separated by commas."
                      },
                      "topic": {
                        "type": "string"
                      },
                      "consumerGroup": {
                        "type": "string"
                      },
                      "lagThreshold": {
                        "type": "integer",
                        "minimum": -9007199254740991,
                        "maximum": 9007199254740991,
                        "description": "Messages that one replica or one job may lie behind."
                      },
                      "authentication": {
                        "description": "Name of a TriggerAuthentication in the namespace; none is made.",
                        "type": "string"
                      }
                    },
                    "required": [
                      "kind",
                      "bootstrapServers",
                      "topic",
                      "consumerGroup",
                      "lagThreshold"
                    ],
                    "additionalProperties": false
                  },
                  {
                    "type": "object",
                    "properties": {
                      "kind": {
                        "type": "string",
                        "const": "prometheus"
                      },
                      "serverAddress": {
                        "type": "string",
                        "description": "Address of the Prometheus server inside the cluster."
                      },
                      "query": {
                        "type": "string",
                        "description": "PromQL with one value as its answer."
                      },
                      "threshold": {
                        "type": "number",
                        "description": "Value that one replica is for; the value above which a job starts."
                      },
                      "authentication": {
                        "description": "Name of a TriggerAuthentication in the namespace; none is made.",
                        "type": "string"
                      }
                    },
                    "required": [
                      "kind",
                      "serverAddress",
                      "query",
                      "threshold"
                    ],
                    "additionalProperties": false
                  }
                ]
              },
              "command": {
                "maxItems": 50,
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "args": {
                "maxItems": 50,
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "timeoutMinutes": {
                "description": "After this long a run is given up; 240 when absent.",
                "type": "integer",
                "minimum": -9007199254740991,
                "maximum": 9007199254740991
              },
              "retries": {
                "description": "2 when absent.",
                "type": "integer",
                "minimum": -9007199254740991,
                "maximum": 9007199254740991
              },
              "input": {
                "description": "Address of the data that is read, as the variable \"INPUT_URI\".",
                "type": "string"
              },
              "output": {
                "description": "Address of what is written, as the variable \"OUTPUT_URI\".",
                "type": "string"
              }
            },
            "additionalProperties": false
          },
          "environments": {
            "minItems": 1,
            "maxItems": 20,
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "name": {
                  "type": "string"
                },
                "namespace": {
                  "type": "string"
                },
                "resources": {
                  "type": "object",
                  "properties": {
                    "cpu": {
                      "type": "string",
                      "description": "Cores: \"2\", \"500m\"."
                    },
                    "memory": {
                      "type": "string",
                      "description": "Bytes: \"1Gi\"."
                    },
                    "gpu": {
                      "type": "object",
                      "properties": {
                        "resource": {
                          "type": "string",
                          "description": "Extended resource, such as \"nvidia.com/gpu\"."
                        },
                        "count": {
                          "type": "integer",
                          "minimum": -9007199254740991,
                          "maximum": 9007199254740991
                        },
                        "product": {
                          "description": "Value of the node label \"<domain>/gpu.product\"; any when absent.",
                          "type": "string"
                        }
                      },
                      "required": [
                        "resource",
                        "count"
                      ],
                      "additionalProperties": false
                    }
                  },
                  "required": [
                    "cpu",
                    "memory"
                  ],
                  "additionalProperties": false
                },
                "scaling": {
                  "description": "One replica when absent.",
                  "oneOf": [
                    {
                      "type": "object",
                      "properties": {
                        "kind": {
                          "type": "string",
                          "const": "hpa"
                        },
                        "minReplicas": {
                          "type": "integer",
                          "minimum": -9007199254740991,
                          "maximum": 9007199254740991
                        },
                        "maxReplicas": {
                          "type": "integer",
                          "minimum": -9007199254740991,
                          "maximum": 9007199254740991
                        },
                        "metric": {
                          "type": "string",
                          "enum": [
                            "cpu",
                            "memory"
                          ]
                        },
                        "target": {
                          "type": "integer",
                          "minimum": -9007199254740991,
                          "maximum": 9007199254740991,
                          "description": "Percent of the request."
                        }
                      },
                      "required": [
                        "kind",
                        "minReplicas",
                        "maxReplicas",
                        "metric",
                        "target"
                      ],
                      "additionalProperties": false
                    },
                    {
                      "type": "object",
                      "properties": {
                        "kind": {
                          "type": "string",
                          "const": "knative"
                        },
                        "minReplicas": {
                          "type": "integer",
                          "minimum": -9007199254740991,
                          "maximum": 9007199254740991
                        },
                        "maxReplicas": {
                          "type": "integer",
                          "minimum": -9007199254740991,
                          "maximum": 9007199254740991
                        },
                        "metric": {
                          "type": "string",
                          "enum": [
                            "concurrency",
                            "rps"
                          ]
                        },
                        "target": {
                          "type": "integer",
                          "minimum": -9007199254740991,
                          "maximum": 9007199254740991,
                          "description": "Per replica."
                        }
                      },
                      "required": [
                        "kind",
                        "minReplicas",
                        "maxReplicas",
                        "metric",
                        "target"
                      ],
                      "additionalProperties": false
                    },
                    {
                      "type": "object",
                      "properties": {
                        "kind": {
                          "type": "string",
                          "const": "keda"
                        },
                        "minReplicas": {
                          "type": "integer",
                          "minimum": -9007199254740991,
                          "maximum": 9007199254740991
                        },
                        "maxReplicas": {
                          "type": "integer",
                          "minimum": -9007199254740991,
                          "maximum": 9007199254740991
                        },
                        "trigger": {
                          "oneOf": [
                            {
                              "type": "object",
                              "properties": {
                                "kind": {
                                  "type": "string",
                                  "const": "kafka"
                                },
                                "bootstrapServers": {
                                  "type": "string",
                                  "description": "\"host:port\", several separated by commas."
                                },
                                "topic": {
                                  "type": "string"
                                },
                                "consumerGroup": {
                                  "type": "string"
                                },
                                "lagThreshold": {
                                  "type": "integer",
                                  "minimum": -9007199254740991,
                                  "maximum": 9007199254740991,
                                  "description": "Messages that one replica or one job may lie behind."
                                },
                                "authentication": {
                                  "description": "Name of a TriggerAuthentication in the namespace; none is made.",
                                  "type": "string"
                                }
                              },
                              "required": [
                                "kind",
                                "bootstrapServers",
                                "topic",
                                "consumerGroup",
                                "lagThreshold"
                              ],
                              "additionalProperties": false
                            },
                            {
                              "type": "object",
                              "properties": {
                                "kind": {
                                  "type": "string",
                                  "const": "prometheus"
                                },
                                "serverAddress": {
                                  "type": "string",
                                  "description": "Address of the Prometheus server inside the cluster."
                                },
                                "query": {
                                  "type": "string",
                                  "description": "PromQL with one value as its answer."
                                },
                                "threshold": {
                                  "type": "number",
                                  "description": "Value that one replica is for; the value above which a job starts."
                                },
                                "authentication": {
                                  "description": "Name of a TriggerAuthentication in the namespace; none is made.",
                                  "type": "string"
                                }
                              },
                              "required": [
                                "kind",
                                "serverAddress",
                                "query",
                                "threshold"
                              ],
                              "additionalProperties": false
                            }
                          ]
                        }
                      },
                      "required": [
                        "kind",
                        "minReplicas",
                        "maxReplicas",
                        "trigger"
                      ],
                      "additionalProperties": false
                    },
                    {
                      "type": "object",
                      "properties": {
                        "kind": {
                          "type": "string",
                          "const": "vpa",
                          "description": "Fixed replicas, and a VerticalPodAutoscaler that only recommends."
                        },
                        "replicas": {
                          "type": "integer",
                          "minimum": -9007199254740991,
                          "maximum": 9007199254740991
                        }
                      },
                      "required": [
                        "kind",
                        "replicas"
                      ],
                      "additionalProperties": false
                    },
                    {
                      "type": "object",
                      "properties": {
                        "kind": {
                          "type": "string",
                          "const": "wva",
                          "description": "KServe's autoscaler of language models, acting through HPA or KEDA."
                        },
                        "minReplicas": {
                          "type": "integer",
                          "minimum": -9007199254740991,
                          "maximum": 9007199254740991
                        },
                        "maxReplicas": {
                          "type": "integer",
                          "minimum": -9007199254740991,
                          "maximum": 9007199254740991
                        },
                        "actuator": {
                          "type": "string",
                          "enum": [
                            "hpa",
                            "keda"
                          ]
                        }
                      },
                      "required": [
                        "kind",
                        "minReplicas",
                        "maxReplicas",
                        "actuator"
                      ],
                      "additionalProperties": false
                    },
                    {
                      "type": "object",
                      "properties": {
                        "kind": {
                          "type": "string",
                          "const": "fixed"
                        },
                        "replicas": {
                          "type": "integer",
                          "minimum": -9007199254740991,
                          "maximum": 9007199254740991
                        }
                      },
                      "required": [
                        "kind",
                        "replicas"
                      ],
                      "additionalProperties": false
                    }
                  ]
                },
                "rollout": {
                  "oneOf": [
                    {
                      "type": "object",
                      "properties": {
                        "kind": {
                          "type": "string",
                          "const": "canary"
                        },
                        "percent": {
                          "type": "integer",
                          "minimum": -9007199254740991,
                          "maximum": 9007199254740991,
                          "description": "Share of the traffic that the new version gets at first."
                        }
                      },
                      "required": [
                        "kind",
                        "percent"
                      ],
                      "additionalProperties": false
                    },
                    {
                      "type": "object",
                      "properties": {
                        "kind": {
                          "type": "string",
                          "const": "blue-green"
                        }
                      },
                      "required": [
                        "kind"
                      ],
                      "additionalProperties": false
                    },
                    {
                      "type": "object",
                      "properties": {
                        "kind": {
                          "type": "string",
                          "const": "rolling"
                        }
                      },
                      "required": [
                        "kind"
                      ],
                      "additionalProperties": false
                    }
                  ]
                },
                "placement": {
                  "type": "object",
                  "properties": {
                    "nodeSelector": {
                      "type": "object",
                      "propertyNames": {
                        "type": "string"
                      },
                      "additionalProperties": {
                        "type": "string"
                      }
                    },
                    "tolerations": {
                      "maxItems": 20,
                      "type": "array",
                      "items": {
                        "type": "object",
                        "properties": {
                          "key": {
                            "type": "string"
                          },
                          "value": {
                            "description": "Any value of the taint when absent.",
                            "type": "string"
                          },
                          "effect": {
                            "type": "string",
                            "enum": [
                              "NoSchedule",
                              "PreferNoSchedule",
                              "NoExecute"
                            ]
                          }
                        },
                        "required": [
                          "key"
                        ],
                        "additionalProperties": false
                      }
                    },
                    "spot": {
                      "description": "Only on nodes that may be taken away.",
                      "type": "boolean"
                    },
                    "spread": {
                      "description": "What the replicas are spread over; \"zone\" when absent.",
                      "type": "string",
                      "enum": [
                        "zone",
                        "host",
                        "none"
                      ]
                    }
                  },
                  "additionalProperties": false
                },
                "quota": {
                  "description": "ResourceQuota of the namespace.",
                  "type": "object",
                  "properties": {
                    "cpu": {
                      "type": "string"
                    },
                    "memory": {
                      "type": "string"
                    },
                    "gpu": {
                      "description": "Of the resource that the environment asks for.",
                      "type": "integer",
                      "minimum": -9007199254740991,
                      "maximum": 9007199254740991
                    }
                  },
                  "required": [
                    "cpu",
                    "memory"
                  ],
                  "additionalProperties": false
                }
              },
              "required": [
                "name",
                "namespace",
                "resources"
              ],
              "additionalProperties": false
            }
          },
          "controller": {
            "description": "As configured when absent.",
            "type": "string",
            "enum": [
              "argocd",
              "flux"
            ]
          },
          "syncWindows": {
            "description": "When Argo CD may or may not sync.",
            "maxItems": 20,
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "kind": {
                  "type": "string",
                  "enum": [
                    "allow",
                    "deny"
                  ]
                },
                "cron": {
                  "type": "string",
                  "description": "Five fields, as in crontab."
                },
                "hours": {
                  "type": "integer",
                  "minimum": -9007199254740991,
                  "maximum": 9007199254740991
                },
                "timeZone": {
                  "description": "Name of the tz database; UTC when absent.",
                  "type": "string"
                },
                "environments": {
                  "description": "Names of environments; all when absent.",
                  "minItems": 1,
                  "maxItems": 20,
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                }
              },
              "required": [
                "kind",
                "cron",
                "hours"
              ],
              "additionalProperties": false
            }
          },
          "policies": {
            "description": "Gatekeeper when absent.",
            "type": "array",
            "items": {
              "type": "string",
              "enum": [
                "gatekeeper",
                "kyverno",
                "admission-policy"
              ]
            }
          },
          "pipeline": {
            "description": "GitHub Actions when absent.",
            "type": "string",
            "enum": [
              "github",
              "gitlab",
              "jenkins"
            ]
          },
          "terraform": {
            "description": "Terraform for what lies outside the cluster.",
            "type": "object",
            "properties": {
              "cloud": {
                "type": "string",
                "enum": [
                  "aws",
                  "gcp"
                ]
              }
            },
            "required": [
              "cloud"
            ],
            "additionalProperties": false
          },
          "monitoring": {
            "description": "Everything is watched when absent.",
            "type": "object",
            "properties": {
              "serviceMonitor": {
                "type": "boolean"
              },
              "rules": {
                "type": "boolean"
              },
              "dashboard": {
                "type": "boolean"
              },
              "errorPercent": {
                "description": "Share of failed requests, in percent, that alerts; 1 when absent.",
                "type": "number"
              },
              "latencySeconds": {
                "description": "95th percentile in seconds that alerts; 1 when absent.",
                "type": "number"
              },
              "drift": {
                "description": "Alerts while the PromQL query is above the value.",
                "type": "object",
                "properties": {
                  "query": {
                    "type": "string"
                  },
                  "above": {
                    "type": "number"
                  }
                },
                "required": [
                  "query",
                  "above"
                ],
                "additionalProperties": false
              }
            },
            "additionalProperties": false
          },
          "costCenter": {
            "type": "string"
          },
          "tenant": {
            "type": "string"
          },
          "env": {
            "description": "Variables of the container; secrets never stand here.",
            "type": "object",
            "propertyNames": {
              "type": "string"
            },
            "additionalProperties": {
              "type": "string"
            }
          },
          "secrets": {
            "description": "References to secrets outside of Git.",
            "maxItems": 20,
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "name": {
                  "type": "string",
                  "description": "Unique within the service."
                },
                "store": {
                  "type": "object",
                  "properties": {
                    "kind": {
                      "type": "string",
                      "enum": [
                        "ClusterSecretStore",
                        "SecretStore"
                      ]
                    },
                    "name": {
                      "type": "string"
                    }
                  },
                  "required": [
                    "name"
                  ],
                  "additionalProperties": false
                },
                "key": {
                  "type": "string",
                  "description": "Key in the store."
                },
                "variables": {
                  "type": "object",
                  "propertyNames": {
                    "type": "string"
                  },
                  "additionalProperties": {
                    "type": "string"
                  },
                  "description": "Variables of the container, each from a property of the secret."
                }
              },
              "required": [
                "name",
                "store",
                "key",
                "variables"
              ],
              "additionalProperties": false
            }
          },
          "labels": {
            "type": "object",
            "propertyNames": {
              "type": "string"
            },
            "additionalProperties": {
              "type": "string"
            }
          },
          "annotations": {
            "type": "object",
            "propertyNames": {
              "type": "string"
            },
            "additionalProperties": {
              "type": "string"
            }
          },
          "repository": {
            "type": "object",
            "properties": {
              "name": {
                "type": "string"
              },
              "url": {
                "description": "Address on a Git server that has the repository; the portal keeps it when absent.",
                "type": "string"
              },
              "path": {
                "description": "Folder of the service in a repository that others share, such as \"services/api\"; the whole repository when absent.",
                "type": "string"
              },
              "project": {
                "description": "Key of the project in which Bitbucket Cloud makes it.",
                "type": "string"
              },
              "change": {
                "description": "How it gets there; a commit to the main branch when absent.",
                "type": "string",
                "enum": [
                  "commit",
                  "pull-request"
                ]
              }
            },
            "required": [
              "name"
            ],
            "additionalProperties": false
          }
        },
        "required": [
          "name",
          "owner",
          "model",
          "runtime",
          "environments",
          "costCenter",
          "repository"
        ],
        "additionalProperties": false
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
          "changes",
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
          "changes": {
            "type": "array",
            "description": "What writing the plan would do to the repository as it is now; files that stay the same are left out.",
            "items": {
              "type": "object",
              "required": [
                "path",
                "change"
              ],
              "properties": {
                "path": {
                  "type": "string"
                },
                "change": {
                  "type": "string",
                  "enum": [
                    "added",
                    "changed",
                    "removed"
                  ]
                }
              }
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
          "awaitsMerge": {
            "type": "boolean",
            "description": "The service comes with a pull request; it is there when that is merged."
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
