package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.lambda.runtime.Invoked;
import com.enterprisesigning.local.template.FunctionDefinition;

/** Passes an event to a process of a function. */
@FunctionalInterface
interface Invoker {
  Invoked invoke(FunctionDefinition function, String event) throws Exception;
}
