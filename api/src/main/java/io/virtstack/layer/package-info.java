/**
 * The layers of virtualization as immutable typed values, each standing on the one below.
 *
 * <p>Entry type: {@link io.virtstack.layer.Hardware}. What may stand where is a matter of types: {@code runs(…)} of each
 * builder accepts only what may stand there, so an illegal order does not compile.
 *
 * <p>A figure that nobody stated is <em>unknown</em>, never zero. Which kind can have which figure:
 *
 * <table>
 * <caption>Figures by kind of layer; what a kind cannot have is no gap when it is missing</caption>
 * <tr><th>kind</th><th>disk</th><th>memory, CPU, start-up</th><th>further</th></tr>
 * <tr><td>{@link Hardware}</td><td>–</td><td>–</td><td>capacities, which bound but cost nothing</td></tr>
 * <tr><td>{@link HostOS}</td><td>yes</td><td>yes</td><td></td></tr>
 * <tr><td>{@link Hypervisor}</td><td>yes</td><td>yes</td><td>overhead per machine, none unless stated</td></tr>
 * <tr><td>{@link DockerDaemon}</td><td>yes</td><td>yes</td><td>overhead per container, none unless stated</td></tr>
 * <tr><td>{@link GuestOS}</td><td>yes</td><td>yes</td><td>the machine: virtual CPUs, memory, disks</td></tr>
 * <tr><td>{@link Binaries}</td><td>yes, or an image</td><td>–</td><td></td></tr>
 * <tr><td>{@link Application}</td><td>yes</td><td>yes</td><td>limits; volumes; writable bytes, 0 B unless stated</td></tr>
 * </table>
 */
@NullMarked
package io.virtstack.layer;

import org.jspecify.annotations.NullMarked;
