package deltascope.kernel;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;

/** What comes from outside the protocol: Ctrl-C in Jupyter's terminal, and Jupyter's own end. */
final class Signals {

  private Signals() {}

  /**
   * Runs this at SIGINT, instead of ending the process. By reflection, for the class is the JVM's
   * own and the compiler warns of it; where there is none, Ctrl-C ends the kernel.
   */
  static void onInterrupt(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler invoked =
          (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
              action.run();
            }
            return null;
          };
      Object own =
          Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, invoked);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("INT"), own);
    } catch (ReflectiveOperationException none) {
      return;
    }
  }

  /** Runs this when the process that started this one has ended, so that no kernel is left. */
  static void whenParentEnds(Runnable action) {
    CompletableFuture<?> unused =
        ProcessHandle.current()
            .parent()
            .map(parent -> parent.onExit().thenRun(action))
            .orElse(new CompletableFuture<>());
  }
}
