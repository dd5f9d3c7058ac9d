/** A program that knows the API alone; the engine is found at run time. */
module com.example.consumer {
    requires io.virtstack.api;
}
