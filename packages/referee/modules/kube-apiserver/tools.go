//go:build tools

// Package tools names the command that this module builds.
package tools

import _ "k8s.io/kubernetes/cmd/kube-apiserver"
