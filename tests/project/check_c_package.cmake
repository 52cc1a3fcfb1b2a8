# Installs the C component alone into a scratch prefix: it is the header, the library, the licence and the package files, and examples/c builds and runs with it, by find_package
# and by pkg-config.
# usage: cmake -DROOT= -DBUILD= -DWORK= -DGENERATOR= -DCC= -DFLAGS= -P check_c_package.cmake
include(${CMAKE_CURRENT_LIST_DIR}/run.cmake)

file(REMOVE_RECURSE ${WORK})
set(prefix ${WORK}/prefix)
run("install" ${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix} --component c)
file(GLOB_RECURSE files RELATIVE ${prefix} ${prefix}/*)
foreach(file IN LISTS files)
  if(NOT file MATCHES "^include/schoolimp_c\\.h$|/libschoolimp_c\\.so[.0-9]*$|/LICENSE$|/cmake/schoolimp/schoolimp[A-Za-z-]*\\.cmake$|/pkgconfig/schoolimp_c\\.pc$")
    message(FATAL_ERROR "the C component installs ${file}, which is not of it")
  endif()
endforeach()
list(LENGTH files count)
if(count LESS 8)
  message(FATAL_ERROR "the C component installs only: ${files}")
endif()

run("configure with find_package" ${CMAKE_COMMAND} -G ${GENERATOR} -S ${ROOT}/examples/c -B ${WORK}/cmake -DCMAKE_PREFIX_PATH=${prefix} -DCMAKE_C_COMPILER=${CC}
    "-DCMAKE_C_FLAGS=${FLAGS}")
run("build with find_package" ${CMAKE_COMMAND} --build ${WORK}/cmake)
run("run" ${WORK}/cmake/first_judgement)
set(first "${output}")
if(NOT first MATCHES "possible: tier_1\n")
  message(FATAL_ERROR "the example printed:\n${first}")
endif()

use_staged_pc(schoolimp_c ${prefix})
separate_arguments(build_flags UNIX_COMMAND "${FLAGS}")
run("build with pkg-config" ${CC} -std=c89 ${build_flags} ${ROOT}/examples/c/first_judgement.c -o ${WORK}/by-pkg-config ${pc_flags} -Wl,-rpath,${pc_lib_dir})
run("run" ${WORK}/by-pkg-config)
if(NOT output STREQUAL first)
  message(FATAL_ERROR "the two builds printed different things:\n${first}\n${output}")
endif()
message(STATUS "C package: find_package and pkg-config both work")
