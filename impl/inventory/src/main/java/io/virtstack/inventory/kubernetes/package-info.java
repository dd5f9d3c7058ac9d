/**
 * Kubernetes manifests: what runs in a cluster, on which of its nodes.
 *
 * <p>Entry type: {@link io.virtstack.inventory.kubernetes.KubernetesManifests}.
 */
@NullMarked
package io.virtstack.inventory.kubernetes;

import org.jspecify.annotations.NullMarked;
