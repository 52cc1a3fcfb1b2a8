# What the checks of installed copies share.

# Runs a command and leaves what it printed in `output`; ends the script when it fails.
function(run what)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${what} failed (${result}):\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

# The compiler flags of an installed .pc file in `pc_flags`, the library's folder in `pc_lib_dir`. The file carries the prefix of the configured build; a scratch install overrides
# it the way a distribution's staging does.
function(use_staged_pc package prefix)
  find_program(PKG_CONFIG pkg-config REQUIRED)
  file(GLOB_RECURSE pc ${prefix}/*/${package}.pc)
  get_filename_component(pc_dir ${pc} DIRECTORY)
  get_filename_component(lib_dir ${pc_dir} DIRECTORY)
  file(READ ${pc} text)
  string(REGEX REPLACE "-I[^ \n]+" "-I${prefix}/include" text "${text}")
  string(REGEX REPLACE "-L[^ \n]+" "-L${lib_dir}" text "${text}")
  file(WRITE ${pc} "${text}")
  set(ENV{PKG_CONFIG_PATH} ${pc_dir})
  run("pkg-config" ${PKG_CONFIG} --cflags --libs ${package})
  separate_arguments(flags UNIX_COMMAND "${output}")
  set(pc_flags ${flags} PARENT_SCOPE)
  set(pc_lib_dir ${lib_dir} PARENT_SCOPE)
endfunction()
